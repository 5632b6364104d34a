namespace OfficerBot.Conversation.Content;

/// <summary>Takes the fields of one map apart and notes what is wrong with them, all at once.</summary>
public sealed class Fields
{
    private readonly ContentMap _map;
    private readonly ICollection<Problem> _problems;

    /// <summary>Wraps a map; every key that is not among the known ones is a problem.</summary>
    public Fields(ContentMap map, ICollection<Problem> problems, params string[] known)
    {
        _map = map;
        _problems = problems;
        foreach (var key in map.Entries.Select(e => e.Key).Where(k => !known.Contains(k.Text)))
        {
            problems.Add(key.Wrong($"\"{key.Text}\" is not known here. Allowed: {string.Join(", ", known)}.", Nearest.To(key.Text, known)));
        }
    }

    /// <summary>The fields of a node that must be a map; a problem and null when it is something else.</summary>
    public static Fields? Of(ContentNode node, ICollection<Problem> problems, string what, params string[] known)
    {
        if (node is ContentMap map)
        {
            return new(map, problems, known);
        }

        problems.Add(node.Wrong($"{what} needs fields here: {string.Join(", ", known)}."));
        return null;
    }

    /// <summary>Where the map begins.</summary>
    public ContentNode Place => _map;

    /// <summary>The value of a key, or null.</summary>
    public ContentNode? Find(string key) => _map.Find(key);

    /// <summary>A value that must be there; a problem and null when it is not.</summary>
    public ContentNode? Need(string key, string hint)
    {
        var node = _map.Find(key);
        if (node is null)
        {
            _problems.Add(_map.Wrong($"\"{key}:\" is missing. {hint}"));
        }

        return node;
    }

    /// <summary>A text that must be there and not be empty.</summary>
    public ContentText? NeedText(string key, string hint) => Text(Need(key, hint), key, hint);

    /// <summary>A text that may be absent.</summary>
    public ContentText? Text(string key, string hint) => Text(_map.Find(key), key, hint);

    private ContentText? Text(ContentNode? node, string key, string hint)
    {
        switch (node)
        {
            case null:
                return null;
            case ContentText { Text.Length: > 0 } text:
                return text;
            default:
                _problems.Add(node.Wrong($"\"{key}:\" needs a text. {hint}"));
                return null;
        }
    }

    /// <summary>A list of texts; a single text is a list of one; empty when absent.</summary>
    public IReadOnlyList<ContentText> Texts(string key, string hint)
    {
        var node = _map.Find(key);
        var items = node switch { null => [], ContentList list => list.Items, _ => [node] };
        foreach (var item in items.Where(i => i is not ContentText { Text.Length: > 0 }))
        {
            _problems.Add(item.Wrong($"\"{key}:\" needs words here. {hint}"));
        }

        return [.. items.OfType<ContentText>().Where(t => t.Text.Length > 0)];
    }
}
