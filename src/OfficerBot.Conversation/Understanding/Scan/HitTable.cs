namespace OfficerBot.Conversation.Understanding.Scan;

/// <summary>
/// Hits grouped by class id, in order of position; of two hits of one class the one inside the other is left out. Tables are used again on the same
/// thread, so that reading a message allocates little: take one with <see cref="Rent"/>, give it back with <see cref="Dispose"/>.
/// </summary>
internal sealed class HitTable : IDisposable
{
    private static readonly List<Hit> None = [];

    [ThreadStatic]
    private static HitTable? _spare;
    private readonly List<Hit>?[] _byClass;
    private readonly ulong[] _present;
    private readonly List<int> _found = [];

    private HitTable(int classes) => (_byClass, _present) = (new List<Hit>?[classes], new ulong[(classes / 64) + 1]);

    /// <summary>Room for hits on their way into the table; empty when the table is taken.</summary>
    public List<Hit> Scratch { get; } = new(64);

    /// <summary>The classes that have a hit.</summary>
    public List<int> Found => _found;

    /// <summary>The hits of a class, by start.</summary>
    public List<Hit> this[int classId] => _byClass[classId] ?? None;

    /// <summary>An empty table for so many classes.</summary>
    public static HitTable Rent(int classes)
    {
        var table = _spare is { } spare && spare._byClass.Length == classes ? spare : new HitTable(classes);
        _spare = null;
        return table;
    }

    /// <summary>Gives the table back; its hits are gone.</summary>
    public void Dispose()
    {
        foreach (var id in _found)
        {
            _byClass[id]?.Clear();
        }

        _found.Clear();
        Scratch.Clear();
        Array.Clear(_present);
        _spare = this;
    }

    /// <summary>True when the class was found at all.</summary>
    public bool Has(int classId) => (_present[classId / 64] & (1ul << (classId % 64))) != 0;

    /// <summary>Adds one hit.</summary>
    public void Add(Hit hit)
    {
        var list = _byClass[hit.Id] ??= new(2);
        if (list.Count == 0)
        {
            _found.Add(hit.Id);
            _present[hit.Id / 64] |= 1ul << (hit.Id % 64);
        }

        for (var i = list.Count - 1; i >= 0; i--)
        {
            if (list[i].End <= hit.Start)
            {
                break;
            }

            if (list[i].Start <= hit.Start && list[i].End >= hit.End)
            {
                return;
            }

            if (hit.Start <= list[i].Start && hit.End >= list[i].End)
            {
                list.RemoveAt(i);
            }
        }

        var at = list.Count;
        while (at > 0 && list[at - 1].Start > hit.Start)
        {
            at--;
        }

        list.Insert(at, hit);
    }

    /// <summary>The longest hit of a class that starts here, or null.</summary>
    public Hit? At(int classId, int start) => Before(classId, start) is { } hit && hit.Start == start ? hit : null; // of one class no two begin at one place

    /// <summary>True when a hit of the class lies over this place.</summary>
    public bool Covers(int classId, int at) => Before(classId, at) is { } hit && hit.End > at; // none lies inside another, so the last that begins ends last

    /// <summary>The last hit of a class that starts here or before.</summary>
    private Hit? Before(int classId, int start)
    {
        if (_byClass[classId] is not { Count: > 0 } list)
        {
            return null;
        }

        var (low, high) = (0, list.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            (low, high) = list[middle].Start <= start ? (middle + 1, high) : (low, middle - 1);
        }

        return high < 0 ? null : list[high];
    }
}
