namespace OfficerBot.Scenarios.Kills;

/// <summary>What a process writes, line by line, and a signal with each.</summary>
internal sealed class WrittenLines
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private TaskCompletionSource _more = New();

    /// <summary>Adds one.</summary>
    public void Add(string line)
    {
        TaskCompletionSource heard;
        lock (_lock)
        {
            _lines.Add(line);
            (heard, _more) = (_more, New());
        }

        heard.SetResult();
    }

    /// <summary>Done as soon as a line holds these words.</summary>
    public async Task UntilAsync(string words, CancellationToken cancel)
    {
        for (var seen = 0; ;)
        {
            Task more;
            lock (_lock)
            {
                if (_lines.Skip(seen).Any(l => l.Contains(words, StringComparison.Ordinal)))
                {
                    return;
                }

                (seen, more) = (_lines.Count, _more.Task);
            }

            await more.WaitAsync(cancel);
        }
    }

    /// <summary>All of it.</summary>
    public override string ToString()
    {
        lock (_lock)
        {
            return string.Join('\n', _lines);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
