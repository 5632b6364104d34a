using NodaTime;
using OfficerBot.Conversation.Understanding.Dates;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>Finds references to leads: 第3条, 2号和3号线索, #4, 0921-02, lead 7, 1到4号.</summary>
internal static class LeadReferences
{
    private static readonly string[] NotLeads = ["号楼", "号院", "号门", "号栋", "号车", "号桌", "号厅", "号房", "号会", "号文", "号令", "号地", "号窗", "号机", "号公"];
    private static readonly string[] NotLeadsEither = ["建议", "意见", "措施", "规定", "办法", "经验", "款"];
    private static readonly string[] AfterNumber = ["号线索", "号素材", "号稿"];
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>5号那条 is lead 5; 5号的那条 is of the 5th.</summary>
    private static readonly string[] ThatOne = ["那条线索", "那条", "那篇", "那一条", "那一篇", "那则", "这条", "这篇"];

    /// <summary>All references up to a position, in order.</summary>
    /// <param name="now">Gives the year of MMDD-NN: the latest that is not more than a week ahead.</param>
    public static List<LeadReference> Find(string text, int limit, LocalDate now)
    {
        var found = new List<LeadReference>();
        var barren = new Barren();
        for (var i = 0; i < limit;)
        {
            if (At(text, i, now, barren) is { } reference)
            {
                found.Add(reference);
                i = reference.End;
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    private static LeadReference? At(string text, int at, LocalDate now, Barren barren)
    {
        var c = new Cursor(text, at);
        var first = c.Here;
        if (at > 0 && (text[at - 1] == '月' || (at > 1 && text[at - 1] is '到' or '至' && text[at - 2] is '号' or '日')))
        {
            return null;
        }

        if (char.IsAsciiDigit(first) && at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '-' or '.' or '/'))
        {
            return null;
        }

        return char.IsAsciiDigit(first) ? Full(c, now) ?? Numbered(c, barren)
            : first == '第' ? Ordinal(c, barren)
            : first == '#' ? Marked(c, "#")
            : first == '线' ? Marked(c, "线索")
            : first is 'l' or 'n' or 'i' or 's' ? English(c, now)
            : Cursor.IsChineseNumeral(first) ? Numbered(c, barren) : null;
    }

    private static LeadReference? Full(Cursor c, LocalDate now)
    {
        var start = c.At;
        if (c.Latin(4) is not { } day || c.At - start != 4 || !c.Eat("-") || c.Latin(3) is not { } sequence || sequence == 0)
        {
            return null;
        }

        var (month, date) = (day / 100, day % 100);
        if (month is < 1 or > 12 || date < 1 || date > CalendarSystem.Iso.GetDaysInMonth(now.Year, month) || c.Here == '-')
        {
            return null;
        }

        var when = new LocalDate(now.Year, month, date);
        var leads = new List<LeadSaid> { new(when > now.PlusDays(7) ? when.PlusYears(-1) : when, sequence) };
        LeadNumberLists.ReadOn(ref c, leads, leads[0].Day);
        c.EatOne("号线索", "号", "线索");
        return new(start, c.At, leads, false);
    }

    private static LeadReference? Ordinal(Cursor c, Barren barren)
    {
        var start = c.At;
        c.Eat("第");
        if (start < barren.Ordinals || c.Number() is not { } number || number == 0)
        {
            return null;
        }

        if (c.Here is '、' && c.Ahead(1) == '第' && !IsCounted(c))
        {
            return null; // 第1、第2、 numbers items
        }

        var leads = new List<LeadSaid> { new(null, number) };
        var tail = c;
        var counted = tail.EatOne("条线索", "条", "号线索", "篇") >= 0;
        c = counted ? tail : c;
        LeadNumberLists.ReadOn(ref c, leads, null);
        if (!counted && c.Text[c.At - 1] != '条' && c.EatOne("条线索", "条", "号线索") < 0)
        {
            barren.Ordinals = c.At;
            return null;
        }

        if (c.EatOne(NotLeadsEither) >= 0)
        {
            return null; // 第3条建议
        }

        c.EatOne("条线索", "条", "线索", "的线索");
        return new(start, c.At, leads, false);
    }

    /// <summary>第1、第3条: the second says what they are.</summary>
    private static bool IsCounted(Cursor c)
    {
        c.At += 2;
        return c.Number() is not null && c.EatOne("条", "号", "篇") >= 0;
    }

    private static LeadReference? Marked(Cursor c, string mark)
    {
        var start = c.At;
        if (!c.Eat(mark))
        {
            return null;
        }

        c.Eat("#");
        if (!char.IsAsciiDigit(c.Here) || c.Latin(3) is not { } number || number == 0 || (mark == "线索" && (c.Here is ':' or '条' or '.' or '月' or '点' or '年' || (c.Here == '、' && !char.IsAsciiDigit(c.Ahead(1))))))
        {
            return null;
        }

        var leads = new List<LeadSaid> { new(null, number) };
        LeadNumberLists.ReadOn(ref c, leads, null);
        return leads.Count > 1 && "处个家吨公名次起台万日点年辆亩米件".Contains(c.Here, StringComparison.Ordinal) ? null : new(start, c.At, leads, false); // 线索1、2处渗漏点
    }

    private static LeadReference? Numbered(Cursor c, Barren barren)
    {
        var start = c.At;
        if (start < barren.Numbers || c.Number() is not { } number || number == 0)
        {
            return null;
        }

        var leads = new List<LeadSaid> { new(null, number) };
        if (c.EatOne(NotLeads) >= 0)
        {
            return null;
        }

        c.Eat("号");
        LeadNumberLists.ReadOn(ref c, leads, null);
        if (c.EatOne(AfterNumber) >= 0 || (c.At > start && c.Text[c.At - 1] == '号' && c.EatOne("线索", "素材", "稿") >= 0))
        {
            return new(start, c.At, leads, false);
        }

        if (IsListed(c, start, leads))
        {
            return new(start, c.At, leads, false);
        }

        if (c.Eat("号") || c.Text[c.At - 1] == '号')
        {
            var bare = c.EatOne(ThatOne) < 0;
            return new(start, c.At, leads, bare);
        }

        barren.Numbers = c.At;
        return null;
    }

    /// <summary>3、4、6条: a list; 3、4条 may be three or four, 3到6条 a count.</summary>
    private static bool IsListed(Cursor c, int start, List<LeadSaid> leads)
        => c.Text[c.At - 1] == '条' && leads.Count > 1 && (leads.Count > 2 || leads[1].Sequence != leads[0].Sequence + 1) && !c.Text.AsSpan(start, c.At - start).ContainsAny("到至-~");

    private static LeadReference? English(Cursor c, LocalDate now)
    {
        var start = c.At;
        if (!c.EatWord("leads") && !c.EatWord("lead") && !c.EatWord("item") && !c.EatWord("items") && !c.EatWord("story") && !c.EatWord("number") && !c.EatWord("no"))
        {
            return null;
        }

        c.Eat(".");
        c.Blank();
        _ = c.EatWord("number") || c.EatWord("no.") || c.EatWord("no");
        c.Blank();
        c.Eat("#");
        if (char.IsAsciiDigit(c.Here) && Full(c, now) is { } full)
        {
            return full with { Start = start }; // lead 0910-02
        }

        if (!char.IsAsciiDigit(c.Here) || c.Latin(3) is not { } number || number == 0 || char.IsAsciiLetter(c.Here) || (c.Here == ':' && start == 0 && (number == 1 || c.Text.Contains("lead 1:", StringComparison.Ordinal))) || c.Ahead(1) is >= '0' and <= '9' || IsMonth(c))
        {
            return null;
        }

        var leads = new List<LeadSaid> { new(null, number) };
        LeadNumberLists.ReadOn(ref c, leads, null);
        return new(start, c.At, leads, false);
    }

    /// <summary>Leads 10 November: a day, no number.</summary>
    private static bool IsMonth(Cursor c) => c.Here == ' ' && c.At + 3 < c.Text.Length && Array.IndexOf(Months, c.Text.Substring(c.At + 1, 3)) >= 0;

    /// <summary>Up to where lists of numbers were read that are of no leads; within them none begins, and none is read again.</summary>
    private sealed class Barren
    {
        public int Numbers { get; set; }

        public int Ordinals { get; set; }
    }
}
