using OfficerBot.Conversation.Understanding.Scan;
using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Content;

/// <summary>All word classes of the words files, with the neighbours that forbid a word.</summary>
internal sealed class WordBook
{
    private readonly Dictionary<string, int> _ids = [];
    private readonly List<string> _names = [];
    private readonly HashSet<(string Word, int Class)> _words = [];
    private readonly Dictionary<string, Guard> _guards = [];

    /// <summary>Starts with the built-in classes (<see cref="Entity"/>).</summary>
    public WordBook()
    {
        foreach (var name in Entity.Names)
        {
            Declare(name);
        }
    }

    /// <summary>How many classes there are.</summary>
    public int Count => _names.Count;

    /// <summary>Names by id.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Words that some neighbour forbids.</summary>
    public IReadOnlyDictionary<string, Guard> Guards => _guards;

    /// <summary>The id of a class, or null.</summary>
    public int? Find(string name) => _ids.TryGetValue(name, out var id) ? id : null;

    /// <summary>The id of a class, made when new.</summary>
    public int Declare(string name)
    {
        if (!_ids.TryGetValue(name, out var id))
        {
            id = _names.Count;
            _names.Add(name);
            _ids[name] = id;
        }

        return id;
    }

    /// <summary>Adds a word to a class; false when it was there already.</summary>
    public bool Add(int classId, string word) => _words.Add((Folded.Of(word).Text, classId));

    /// <summary>Adds forbidden neighbours of a word.</summary>
    public void AddGuard(string word, bool after, IEnumerable<string> neighbours)
    {
        var key = Folded.Of(word).Text;
        var old = _guards.GetValueOrDefault(key, Guard.Empty);
        var folded = neighbours.Select(n => Folded.Of(n).Text).ToList();
        _guards[key] = after ? old with { After = [.. old.After, .. folded] } : old with { Before = [.. old.Before, .. folded] };
    }

    /// <summary>Words of one class, folded.</summary>
    public IEnumerable<string> WordsOf(int classId) => _words.Where(w => w.Class == classId).Select(w => w.Word);

    /// <summary>The automaton over all words.</summary>
    public Automaton Compile() => new(_words.Select(w => (w.Word, w.Class)));
}

/// <summary>Neighbours that forbid a word: it does not count directly before or after one of them.</summary>
internal sealed record Guard(IReadOnlyList<string> Before, IReadOnlyList<string> After)
{
    /// <summary>Forbids nothing.</summary>
    public static Guard Empty { get; } = new([], []);

    /// <summary>True when the word at this place is forbidden.</summary>
    public bool Forbids(string text, int start, int end)
    {
        foreach (var next in Before)
        {
            if (string.CompareOrdinal(text, end, next, 0, next.Length) == 0)
            {
                return true;
            }
        }

        foreach (var previous in After)
        {
            if (start >= previous.Length && string.CompareOrdinal(text, start - previous.Length, previous, 0, previous.Length) == 0)
            {
                return true;
            }
        }

        return false;
    }
}
