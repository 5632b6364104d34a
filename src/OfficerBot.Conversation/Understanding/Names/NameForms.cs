using System.Text;
using OfficerBot.Conversation.Understanding.Text;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Understanding.Names;

/// <summary>The ways a unit or a person of the roster is written: full, short, English, pinyin, surname with post.</summary>
internal static class NameForms
{
    private static readonly string[] Posts =
        ["主任", "局长", "股长", "科长", "镇长", "乡长", "组长", "部长", "书记", "委员", "干事", "场长", "所长", "站长", "队长", "处长", "专干", "台长", "社长"];

    private static readonly string[] EnglishPosts = ["director", "secretary", "chief", "mr", "ms", "mrs", "mr.", "ms.", "section chief", "mayor"];
    private static readonly string[] EnglishKinds = ["bureau", "department", "office", "division", "brigade", "committee"];
    private static readonly string[] DoubleSurnames = ["欧阳", "司马", "上官", "诸葛", "夏侯", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒"];

    /// <summary>All spellings of a unit, folded.</summary>
    public static IEnumerable<string> Of(Unit unit)
    {
        var forms = new List<string>([unit.Name, .. unit.Aliases, .. unit.EnglishNames]);
        if (unit.Name.StartsWith('市') && unit.Name.Length > 4)
        {
            forms.Add(unit.Name[1..]);
        }

        if (!unit.Name.StartsWith('市') && unit.Name.IndexOf('市') is var city and > 1 && city < unit.Name.Length - 3)
        {
            forms.Add(unit.Name.Remove(city, 1)); // 国网沅江供电公司
        }

        foreach (var end in new[] { "街道", "镇", "乡" })
        {
            if (unit.Name.EndsWith(end, StringComparison.Ordinal) && unit.Name.Length - end.Length >= 2)
            {
                forms.Add(unit.Name[..^end.Length]);
            }
        }

        forms.AddRange(unit.EnglishNames.Select(WithoutKind).OfType<string>().Where(f => f.Contains(' ', StringComparison.Ordinal)));
        return forms.Select(f => Folded.Of(f).Text).Where(f => f.Length > 1).Distinct();
    }

    /// <summary>Has Forestry reported: the single word left of an English name, folded. It means too much else to count in prose.</summary>
    public static IEnumerable<string> Short(Unit unit)
        => unit.EnglishNames.Select(WithoutKind).OfType<string>().Select(f => Folded.Of(f).Text).Where(f => f.Length > 2 && !f.Contains(' ', StringComparison.Ordinal)).Distinct();

    /// <summary>Urban Management Bureau is called Urban Management.</summary>
    private static string? WithoutKind(string name)
    {
        var cut = name.LastIndexOf(' ');
        return cut > 0 && EnglishKinds.Contains(name[(cut + 1)..].ToLowerInvariant()) ? name[..cut] : null;
    }

    /// <summary>Spellings that mean this person, folded.</summary>
    public static IEnumerable<string> Of(Person person)
    {
        yield return Folded.Of(person.Name).Text;
        var english = Folded.Of(person.EnglishName ?? "").Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (english.Length >= 2)
        {
            yield return string.Join(" ", english);
            yield return string.Join(" ", english[1..].Append(english[0]));
            yield return string.Concat(english);
        }
    }

    /// <summary>Spellings that several people may share: 何主任, director he.</summary>
    public static IEnumerable<string> Shared(Person person)
    {
        var surname = SurnameOf(person.Name);
        foreach (var post in Posts.Where(p => person.Title.Contains(p, StringComparison.Ordinal)))
        {
            yield return surname + post;
            yield return surname + "副" + post;
        }

        var english = Folded.Of(person.EnglishName ?? "").Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (english.Length >= 2)
        {
            foreach (var post in EnglishPosts)
            {
                yield return post + " " + english[0];
            }
        }
    }

    /// <summary>The surname of a Chinese name.</summary>
    public static string SurnameOf(string name)
        => name.Length > 2 && DoubleSurnames.Contains(name[..2]) ? name[..2] : name.Length > 0 ? name[..1] : "";

    /// <summary>First letters of the pinyin, lower case; null when a character has no known reading.</summary>
    public static string? Initials(string name)
    {
        var letters = new StringBuilder();
        foreach (var c in name)
        {
            if (CharTables.Reading(c) is not { } reading)
            {
                return null;
            }

            letters.Append(reading[0]);
        }

        return letters.Length > 1 ? letters.ToString() : null;
    }

    /// <summary>The pinyin run together; null when a character has no known reading.</summary>
    public static string? Joined(string name)
    {
        var letters = new StringBuilder();
        foreach (var c in name)
        {
            if (CharTables.Reading(c) is not { } reading)
            {
                return null;
            }

            letters.Append(reading);
        }

        return letters.Length > 2 ? letters.ToString() : null;
    }

    /// <summary>How a stretch sounds with zh/z, ch/c, sh/s, n/l, -ng/-n held equal; null when a character has no known reading.</summary>
    public static string? Sound(ReadOnlySpan<char> name)
    {
        var sound = new StringBuilder();
        foreach (var c in name)
        {
            if (CharTables.Reading(c) is not { } reading)
            {
                return null;
            }

            sound.Append(Soft(reading)).Append(' ');
        }

        return sound.ToString();
    }

    private static string Soft(string reading)
    {
        var start = reading.Length > 1 && reading[1] == 'h' ? reading[0] + reading[2..] : reading;
        start = start[0] == 'n' ? "l" + start[1..] : start;
        return start.EndsWith("ng", StringComparison.Ordinal) ? start[..^1] : start;
    }
}
