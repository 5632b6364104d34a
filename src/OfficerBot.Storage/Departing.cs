namespace OfficerBot.Storage;

/// <summary>Gathers what the jobs of one transaction leave to be sent. What a job that failed has gathered is forgotten.</summary>
internal sealed class Departing
{
    private readonly List<PendingMessage> _messages = [];
    private readonly List<ChatReference> _references = [];
    private int _messagesBefore;
    private int _referencesBefore;

    /// <summary>A job begins.</summary>
    public void Begin()
    {
        _messagesBefore = _messages.Count;
        _referencesBefore = _references.Count;
    }

    /// <summary>The job failed.</summary>
    public void Undo()
    {
        _messages.RemoveRange(_messagesBefore, _messages.Count - _messagesBefore);
        _references.RemoveRange(_referencesBefore, _references.Count - _referencesBefore);
    }

    /// <summary>The transaction failed.</summary>
    public void Clear()
    {
        _messages.Clear();
        _references.Clear();
        Begin();
    }

    /// <summary>The transaction is on the disk. Null when it left nothing.</summary>
    public Departures? Take()
    {
        if (_messages.Count == 0 && _references.Count == 0)
        {
            return null;
        }

        var taken = new Departures([.. _messages], [.. _references]);
        Clear();
        return taken;
    }

    public void Add(PendingMessage message) => _messages.Add(message);

    public void Add(ChatReference reference) => _references.Add(reference);

    /// <summary>It was settled in the transaction that made it.</summary>
    public void Remove(long id)
    {
        if (_messages.Count > 0)
        {
            _messages.RemoveAll(m => m.Id == id);
            _messagesBefore = Math.Min(_messagesBefore, _messages.Count);
        }
    }
}
