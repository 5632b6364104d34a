using OfficerBot.Conversation.Understanding.Text;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Understanding.Names;

/// <summary>
/// Names by sound (莲胡镇), by one character of three or more (黄耀辉), by initials (lyc) and by run-together pinyin. Asked only where a name is
/// expected, never in the prose of a lead.
/// </summary>
internal sealed class FuzzyNames
{
    private readonly Dictionary<string, (List<UnitId> Units, List<PersonId> People)> _sounds = [];
    private readonly Dictionary<string, (List<UnitId> Units, List<PersonId> People)> _gapped = [];
    private readonly Dictionary<string, (List<UnitId> Units, List<PersonId> People)> _letters = [];
    private readonly Dictionary<string, (List<UnitId> Units, List<PersonId> People)> _pairs = [];
    private readonly HashSet<char> _unitEnds = [];
    private readonly int[] _lengths;

    /// <summary>Compiles a roster.</summary>
    public FuzzyNames(RosterBook roster)
    {
        var lengths = new HashSet<int>();
        foreach (var unit in roster.Units)
        {
            foreach (var form in NameForms.Of(unit).Where(f => f.Length >= 2 && f.All(CharTables.IsHan)))
            {
                if (form.Length == 2)
                {
                    Put(_pairs, NameForms.Sound(form) ?? form, e => e.Units.Add(unit.Id));
                    continue;
                }

                lengths.Add(form.Length);
                _unitEnds.Add(form[^1]);
                // Nor may the 镇 or 局 at the end of a unit.
                Add(form, form.Length - 1, e => e.Units.Add(unit.Id));
            }

            Letters(unit.Name, e => e.Units.Add(unit.Id));
            unit.Aliases.Take(2).ToList().ForEach(a => Letters(a, e => e.Units.Add(unit.Id)));
        }

        foreach (var person in roster.People)
        {
            var name = Folded.Of(person.Name).Text;
            lengths.Add(name.Length);
            Add(name, name.Length, e => e.People.Add(person.Id));
            Letters(name, e => e.People.Add(person.Id));
        }

        _lengths = [.. lengths.OrderDescending()];
    }

    /// <summary>The best fuzzy unit or person in a folded text, or null. Latin words count only as whole words.</summary>
    public NameHit? Find(string text, bool units, bool people)
        => ByLetters(text, units, people) ?? Windows(text, units, people, _sounds, SoundKeys) ?? Windows(text, units, people, _gapped, GappedKeys);

    /// <summary>The name by sound or by one character that stands exactly here, where a list of names goes on; null when there is none.</summary>
    /// <param name="at">Where it begins, or with <paramref name="backwards"/> where it ends.</param>
    public NameHit? At(string text, int at, bool people, bool backwards)
    {
        foreach (var length in _lengths)
        {
            var start = backwards ? at - length : at;
            if (start >= 0 && start + length <= text.Length && MayEnd(text[start + length - 1], length, !people, people)
                && (Look(text, start, length, !people, people, _sounds, SoundKeys) ?? Look(text, start, length, !people, people, _gapped, GappedKeys)) is { } hit)
            {
                return hit;
            }
        }

        var pair = backwards ? at - 2 : at;
        return !people && pair >= 0 && pair + 2 <= text.Length && NameForms.Sound(text.AsSpan(pair, 2)) is { } sound && _pairs.TryGetValue(sound, out var entry)
            ? Hit(pair, pair + 2, entry, units: true, people: false) : null;
    }

    /// <summary>Somebody whose whole name of three or more characters sounds like this (刘艺朝); null when there is none.</summary>
    public NameHit? BySound(string text)
    {
        foreach (var length in _lengths)
        {
            for (var i = 0; length >= 3 && i + length <= Math.Min(text.Length, 60); i++)
            {
                if (MayEnd(text[i + length - 1], length, false, true) && Look(text, i, length, false, true, _sounds, SoundKeys) is { } hit)
                {
                    return hit;
                }
            }
        }

        return null;
    }

    private static IEnumerable<string> SoundKeys(string window)
    {
        if (NameForms.Sound(window) is { } sound)
        {
            // Two characters sound alike too often: then the surname must be written right.
            yield return window.Length == 2 ? window[0] + sound : sound;
        }
    }

    private static IEnumerable<string> GappedKeys(string window)
    {
        // The surname may not be the wrong character.
        for (var i = 1; window.Length >= 3 && i < window.Length; i++)
        {
            yield return window[..i] + '?' + window[(i + 1)..];
        }
    }

    private static void Put(
        Dictionary<string, (List<UnitId> Units, List<PersonId> People)> into, string key, Action<(List<UnitId> Units, List<PersonId> People)> add)
    {
        if (!into.TryGetValue(key, out var entry))
        {
            into[key] = entry = ([], []);
        }

        add(entry);
    }

    private void Add(string form, int gaps, Action<(List<UnitId> Units, List<PersonId> People)> add)
    {
        SoundKeys(form).ToList().ForEach(k => Put(_sounds, k, add));
        GappedKeys(form).Take(gaps - 1).ToList().ForEach(k => Put(_gapped, k, add));
    }

    private void Letters(string name, Action<(List<UnitId> Units, List<PersonId> People)> add)
    {
        foreach (var key in new[] { NameForms.Initials(name), NameForms.Joined(name) }.OfType<string>().Distinct())
        {
            Put(_letters, key, add);
        }
    }

    private NameHit? ByLetters(string text, bool units, bool people)
    {
        var shortest = System.Text.Ascii.IsValid(text) ? 3 : 2; // I'll is no 柳林: two letters are a name only among Chinese
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            while (end < text.Length && char.IsAsciiLetter(text[end]))
            {
                end++;
            }

            if (end - i >= shortest && _letters.TryGetValue(text[i..end], out var entry) && Hit(i, end, entry, units, people) is { } hit)
            {
                return hit;
            }

            i = Math.Max(end, i + 1);
        }

        return null;
    }

    private NameHit? Windows(
        string text, bool units, bool people, Dictionary<string, (List<UnitId> Units, List<PersonId> People)> index, Func<string, IEnumerable<string>> keys)
    {
        var limit = Math.Min(text.Length, 60);
        foreach (var length in _lengths)
        {
            for (var i = 0; i + length <= limit; i++)
            {
                if (MayEnd(text[i + length - 1], length, units, people) && Look(text, i, length, units, people, index, keys) is { } hit)
                {
                    return hit;
                }
            }
        }

        return null;
    }

    /// <summary>Units are looked for only where a 镇, 局 or other last character of theirs stands; people by two to four characters.</summary>
    private bool MayEnd(char last, int length, bool units, bool people)
        => (units && _unitEnds.Contains(last)) || (people && length <= 4 && CharTables.IsHan(last));

    private static NameHit? Look(
        string text, int at, int length, bool units, bool people, Dictionary<string, (List<UnitId> Units, List<PersonId> People)> index,
        Func<string, IEnumerable<string>> keys)
    {
        foreach (var key in keys(text.Substring(at, length)))
        {
            if (index.TryGetValue(key, out var entry) && Hit(at, at + length, entry, units, people) is { } hit)
            {
                return hit;
            }
        }

        return null;
    }

    private static NameHit? Hit(int start, int end, (List<UnitId> Units, List<PersonId> People) entry, bool units, bool people)
        => people && entry.People.Count > 0 ? new(start, end, [], [.. entry.People.Distinct()], true)
            : units && entry.Units.Count > 0 ? new(start, end, [.. entry.Units.Distinct()], [], true) : null;
}
