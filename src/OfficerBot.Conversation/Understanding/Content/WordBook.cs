using OfficerBot.Conversation.Understanding.Scan;
using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Content;

/// <summary>All word classes of the words files, with the neighbours that forbid a word.</summary>
internal sealed class WordBook
{
    private readonly Dictionary<string, int> _ids = [];
    private readonly List<string> _names = [];
    private readonly HashSet<(string Word, int Class)> _words = [];
    private readonly Dictionary<int, List<string>> _byClass = [];
    private readonly List<(int Class, string[] Parts)> _composed = [];
    private readonly HashSet<int> _used = [];
    private readonly HashSet<int> _asked = [];
    private readonly HashSet<string> _parts = [];
    private readonly Dictionary<int, (string File, int Line)> _places = [];
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

    /// <summary>True when the word found at this place is forbidden by a neighbour.</summary>
    public bool Forbids(string text, int start, int end)
        => _guards.Count > 0 && _guards.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(start, end - start), out var guard) && guard.Forbids(text, start, end);

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
    public bool Add(int classId, string word) => AddFolded(classId, Folded.Of(word).Text);

    /// <summary>
    /// Adds words put together from classes: <c>&lt;没字&gt;&lt;报动&gt;了</c> stands for every word of the first before every word of the second, and 了. The classes may be
    /// written later; they are looked up by <see cref="Compose"/>.
    /// </summary>
    public void AddComposed(int classId, string[] parts)
    {
        _composed.Add((classId, parts));
        _parts.UnionWith(parts.Where(IsClass).Select(p => p[1..^1]));
    }

    /// <summary>Writes out all words put together from classes; gives the names of classes that do not exist or contain themselves.</summary>
    public IReadOnlyList<string> Compose()
    {
        var wrong = new List<string>();
        while (_composed.Count > 0)
        {
            var open = _composed.Select(c => c.Class).ToHashSet();
            var ready = _composed.Where(c => c.Parts.Where(IsClass).All(p => Find(p[1..^1]) is not { } id || !open.Contains(id))).ToList();
            if (ready.Count == 0)
            {
                return [.. wrong, .. _composed.Select(c => _names[c.Class])];
            }

            foreach (var (classId, parts) in ready)
            {
                wrong.AddRange(parts.Where(p => IsClass(p) && Find(p[1..^1]) is null).Select(p => p[1..^1]));
                WrittenOut(parts).ForEach(w => AddFolded(classId, w));
            }

            _composed.RemoveAll(ready.Contains);
        }

        return wrong;
    }

    /// <summary>Notes that a class is asked for, so that its words are looked for in messages.</summary>
    public void Use(int classId) => _used.Add(classId);

    /// <summary>The words of a class that the reader asks for at one place only: they need not be looked for everywhere. Empty where nobody wrote the class.</summary>
    public Spot Spot(string name)
    {
        var id = Declare(name);
        _asked.Add(id);
        return new(WordsOf(id));
    }

    /// <summary>Notes where a class is first written.</summary>
    public void Place(int classId, string file, int line) => _places.TryAdd(classId, (file, line));

    /// <summary>Classes of the words files that nothing asks for and no word is put together from.</summary>
    public IEnumerable<(string Name, string File, int Line)> Unused =>
        _places.Where(p => p.Key >= Entity.Names.Count && !_used.Contains(p.Key) && !_asked.Contains(p.Key) && !_parts.Contains(_names[p.Key])).Select(p => (_names[p.Key], p.Value.File, p.Value.Line));

    /// <summary>Classes the reader asks for that no words file writes: something will not be understood.</summary>
    public IEnumerable<string> Unwritten => Enumerable.Range(0, _names.Count).Where(i => (_asked.Contains(i) || (i < Entity.Names.Count && _names[i][0] != '@')) && !_places.ContainsKey(i)).Select(i => _names[i]);

    /// <summary>Adds forbidden neighbours of a word.</summary>
    public void AddGuard(string word, bool after, IEnumerable<string> neighbours)
    {
        var key = Folded.Of(word).Text;
        var old = _guards.GetValueOrDefault(key, Guard.Empty);
        var folded = neighbours.Select(n => Folded.Of(n).Text).ToList();
        _guards[key] = after ? old with { After = [.. old.After, .. folded] } : old with { Before = [.. old.Before, .. folded] };
    }

    /// <summary>Words of one class, folded.</summary>
    public IReadOnlyList<string> WordsOf(int classId) => _byClass.GetValueOrDefault(classId, []);

    /// <summary>The automaton over all words.</summary>
    public Automaton Compile() => new(_words.Where(w => w.Class < Entity.Names.Count || _used.Contains(w.Class)).Select(w => (w.Word, w.Class)));

    private bool AddFolded(int classId, string word)
    {
        if (!_words.Add((word, classId)))
        {
            return false;
        }

        if (!_byClass.TryGetValue(classId, out var words))
        {
            _byClass[classId] = words = [];
        }

        words.Add(word);
        return true;
    }

    private static bool IsClass(string part) => part.Length > 2 && part[0] == '<' && part[^1] == '>';

    private List<string> WrittenOut(string[] parts)
    {
        List<string> words = [""];
        foreach (var part in parts)
        {
            List<string> next = IsClass(part) ? Find(part[1..^1]) is { } id ? [.. WordsOf(id)] : [] : [Folded.Of(part).Text];
            words = [.. words.SelectMany(w => next.Select(n => Joined(w, n)))];
        }

        return words;
    }

    /// <summary>Latin words are parted by a blank.</summary>
    private static string Joined(string left, string right)
        => left.Length > 0 && right.Length > 0 && char.IsAsciiLetterOrDigit(left[^1]) && char.IsAsciiLetterOrDigit(right[0]) ? left + " " + right : left + right;
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
