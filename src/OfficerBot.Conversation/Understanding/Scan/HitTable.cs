namespace OfficerBot.Conversation.Understanding.Scan;

/// <summary>Hits grouped by class id, in order of position; of two hits of one class the one inside the other is left out.</summary>
internal sealed class HitTable
{
    private static readonly List<Hit> None = [];
    private readonly List<Hit>?[] _byClass;

    /// <summary>An empty table for so many classes.</summary>
    public HitTable(int classes) => _byClass = new List<Hit>?[classes];

    /// <summary>The hits of a class, by start.</summary>
    public List<Hit> this[int classId] => _byClass[classId] ?? None;

    /// <summary>True when the class was found at all.</summary>
    public bool Has(int classId) => _byClass[classId] is { Count: > 0 };

    /// <summary>Adds one hit.</summary>
    public void Add(Hit hit)
    {
        var list = _byClass[hit.Id] ??= new(2);
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
    public Hit? At(int classId, int start)
    {
        Hit? best = null;
        if (_byClass[classId] is { } list)
        {
            foreach (var hit in list)
            {
                best = hit.Start == start && (best is null || hit.End > best.Value.End) ? hit : best;
            }
        }

        return best;
    }
}
