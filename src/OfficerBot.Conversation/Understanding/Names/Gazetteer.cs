using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Scan;
using OfficerBot.Conversation.Understanding.Text;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Understanding.Names;

/// <summary>The roster compiled for reading: one automaton over every spelling. Built once per roster revision.</summary>
internal sealed class Gazetteer
{
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, int> _byForm = [];
    private readonly Automaton _automaton;

    /// <summary>Compiles a roster.</summary>
    public Gazetteer(RosterBook roster, LanguageContent content)
    {
        var words = content.Words;
        Roster = roster;
        Words = words;
        Spots = content.Spots;
        AddUnits();
        AddShortUnits(words.Find("宣传词") is { } spoken ? [.. words.WordsOf(spoken)] : []);
        AddPeople();
        MarkOrdinary([.. words.WordsOf(Entity.Ordinary)]);
        _automaton = new(_byForm.Select(f => (f.Key, f.Value)));
        Fuzzy = new(roster);
        Stems = [.. roster.Units.SelectMany(u => StemsOf(u).Select(s => (s, u.Id))).Distinct()];
    }

    /// <summary>What it was compiled from.</summary>
    public RosterBook Roster { get; }

    /// <summary>The word classes it was compiled beside.</summary>
    public WordBook Words { get; }

    /// <summary>What may stand around names.</summary>
    public Spots Spots { get; }

    /// <summary>Bureaus without their 局 (民政, 水利), for where no name stands.</summary>
    public List<(string Stem, UnitId Unit)> Stems { get; }

    /// <summary>Matching by sound, initials and one character.</summary>
    public FuzzyNames Fuzzy { get; }

    /// <summary>Names in a folded text, by position; of overlapping ones of a kind the longest. Ordinary words are left out unless asked for.</summary>
    public List<NameHit> Find(string text, int limit, bool ordinaryToo)
    {
        var hits = new List<Hit>();
        _automaton.Scan(text.AsSpan(0, Math.Min(limit, text.Length)), hits);
        var found = new List<NameHit>();
        foreach (var hit in hits.OrderByDescending(h => _entries[h.Id].IsName).ThenByDescending(h => h.Length).ThenBy(h => h.Start))
        {
            var entry = _entries[hit.Id];
            if ((entry.IsOrdinary && !ordinaryToo) || (entry.IsShort && !IsExpected(text, hit)) || Words.Forbids(text, hit.Start, hit.End))
            {
                continue;
            }

            AddUnlessCovered(text, found, hit, entry);
        }

        found.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        return found;
    }

    private void AddUnlessCovered(string text, List<NameHit> found, Hit hit, Entry entry)
    {
        var covered = found.Exists(f => f.Start < hit.End && hit.Start < f.End && (f.IsUnit == entry.Units.Count > 0 || f.End - f.Start > hit.Length));
        if (covered)
        {
            return;
        }

        if (entry.Units.Count > 0)
        {
            var end = ListedNames.StrangeEnd(Spots, text, hit.Start, hit.End);
            found.Add(end > hit.End ? new(hit.Start, end, [], [], false) : new(hit.Start, hit.End, entry.Units, [], false));
        }
        else
        {
            found.Add(new(hit.Start, hit.End, [], entry.People, false));
        }
    }

    /// <summary>has Forestry …, Forestry hasn't …: where a unit is asked about.</summary>
    private bool IsExpected(string text, Hit hit)
    {
        const int ShortestList = 20;
        var before = text.AsSpan(0, hit.Start);
        var behind = text.AsSpan(hit.End);
        var asked = before.EndsWith(' ') && (Spots.AskedOfUnit.Before(before[..^1]) > 0 || (hit.Start > ShortestList && Spots.FurtherUnit.Before(before[..^1]) > 0));
        return asked || (behind.StartsWith(' ') && Spots.SaidOfUnit.At(behind[1..]) > 0);
    }

    private void AddUnits()
    {
        foreach (var unit in Roster.Units)
        {
            foreach (var form in NameForms.Of(unit))
            {
                EntryOf(form).Units.Add(unit.Id);
            }
        }
    }

    /// <summary>Adds Forestry, Water: single words, where no whole name is the same.</summary>
    /// <param name="publicity">Publicity is what is reported, not who reports.</param>
    private void AddShortUnits(HashSet<string> publicity)
    {
        foreach (var unit in Roster.Units)
        {
            foreach (var form in NameForms.Short(unit).Where(f => !publicity.Contains(f) && (!_byForm.ContainsKey(f) || _entries[_byForm[f]].IsShort)))
            {
                EntryOf(form).Units.Add(unit.Id);
                EntryOf(form).IsShort = true;
            }
        }
    }

    private void AddPeople()
    {
        foreach (var person in Roster.People)
        {
            foreach (var form in NameForms.Of(person).Where(f => f.Length > 1).Distinct())
            {
                EntryOf(form).People.Add(person.Id);
                EntryOf(form).IsName = true;
            }

            foreach (var form in NameForms.Shared(person).Where(f => f.Length > 1).Distinct())
            {
                EntryOf(form).People.Add(person.Id);
            }
        }
    }

    private void MarkOrdinary(HashSet<string> ordinary)
    {
        foreach (var (form, index) in _byForm)
        {
            _entries[index].IsOrdinary = ordinary.Contains(form);
        }
    }

    /// <summary>市水利局, 水利局: 水利.</summary>
    private static IEnumerable<string> StemsOf(Unit unit)
        => NameForms.Of(unit).Where(f => f.Length is >= 3 and <= 6 && f[^1] == '局').Select(f => f[(f[0] == '市' ? 1 : 0)..^1]).Where(s => s.Length >= 2);

    private Entry EntryOf(string form)
    {
        if (!_byForm.TryGetValue(form, out var index))
        {
            index = _entries.Count;
            _byForm[form] = index;
            _entries.Add(new());
        }

        return _entries[index];
    }

    private sealed class Entry
    {
        public List<UnitId> Units { get; } = [];

        public List<PersonId> People { get; } = [];

        /// <summary>A person's own name, which goes before 何主任 and director he.</summary>
        public bool IsName { get; set; }

        public bool IsOrdinary { get; set; }

        /// <summary>A single English word for a unit (Forestry), which counts only where a unit is expected.</summary>
        public bool IsShort { get; set; }
    }
}
