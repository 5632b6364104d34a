namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads the days that have names: festivals, and events of the notice (dialogs/dates.yaml).</summary>
internal sealed class ChineseFestivals(DateConventions conventions)
{
    private static readonly WordList EventTails = new("工作以来", "以来", "至今", "到现在", "以后", "后", "工作期间", "期间", "之后", "之前", "前");
    private const string AfterFestivalNumber = "号日月点时个条人万千百家名篇件分多年周位项处台天期十路广小村社桥届中高班车红妇普";
    private readonly WordList _festivals = new([.. conventions.Festivals.Keys.OrderByDescending(k => k.Length).ThenBy(k => k, StringComparer.Ordinal)]);
    private readonly WordList _events = new([.. conventions.Events.Keys.Where(k => !char.IsAsciiLetter(k[0]))]);

    /// <summary>The event that names a day said before it once more (9月8日进驻以来).</summary>
    public DatePart? Event(ref Cursor c)
    {
        foreach (var (name, _) in _events.Of(c.Here))
        {
            if (!c.Sees(name))
            {
                continue;
            }

            var after = c;
            after.At += name.Length;
            var day = after.EatOne("当天", "当日", "那天", "之日", "首日", "第一天", "头一天") >= 0;
            if (day || after.EatOne(EventTails) >= 0)
            {
                c.At = day ? after.At : c.At + name.Length;
                _ = !day && c.Eat("工作");
                return new() { Event = name, Day = day ? 1 : null };
            }
        }

        return null;
    }

    /// <summary>The festival read here, of the year said before it; or null.</summary>
    public DatePart? Festival(ref Cursor c, DatePart year)
    {
        foreach (var (name, _) in _festivals.Of(c.Here))
        {
            if (!c.Sees(name) || (Cursor.IsChineseNumeral(name[0]) && IsPartOfName(c.Ahead(name.Length), c.Ahead(name.Length + 1))))
            {
                continue;
            }

            c.At += name.Length;
            return year with { Festival = Joined(ref c) ?? name };
        }

        return null;
    }

    /// <summary>五一路, 八一大桥, 三八红旗手; not 五一期间.</summary>
    private static bool IsPartOfName(char next, char after)
        => !(next == '期' && after == '间') && (next == '大' ? after is '桥' or '道' or '厦' or '街' or '院' : next != '\0' && AfterFestivalNumber.Contains(next, StringComparison.Ordinal));

    /// <summary>The second festival of 中秋国庆假期, 国庆、中秋期间: one holiday under two names.</summary>
    private string? Joined(ref Cursor cursor)
    {
        var c = cursor;
        c.EatOne("、", "和", "与", "及");
        foreach (var (name, _) in _festivals.Of(c.Here))
        {
            if (c.Sees(name) && c.Text.AsSpan(c.At + name.Length) is var rest && (rest.StartsWith("假期") || rest.StartsWith("期间") || rest.StartsWith("长假") || rest.StartsWith("放假") || rest.StartsWith("双节")))
            {
                c.At += name.Length;
                c.Eat("双节");
                cursor = c;
                return name;
            }
        }

        return null;
    }
}
