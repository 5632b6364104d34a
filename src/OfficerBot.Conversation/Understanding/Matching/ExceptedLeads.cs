using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Dates;
using OfficerBot.Conversation.Understanding.Scan;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>
/// Which lead numbers are named only to be left alone: 除了2号都撤回, 第2条除外, 3号不要撤, 撤回第1条，不是第2条. Nothing is ever done to them, whatever else is
/// said of them.
/// </summary>
internal sealed class ExceptedLeads
{
    /// <summary>These only look at leads.</summary>
    private static readonly HashSet<string> Looking = ["list_leads", "find_contact", "export"];
    private static readonly HashSet<string> Restoring = ["restore_lead", "restore_item"];

    /// <summary>Here 别撤3号 and 3号没问题 leave 3 alone; of an approval they say the contrary.</summary>
    private static readonly HashSet<string> Taking = ["withdraw_lead", "drop_item", "return_lead"];
    private static readonly HashSet<string> Removing = ["withdraw_lead", "drop_item"];
    private readonly Reading _reading;
    private readonly Spots _spots;
    private readonly bool _keeps;

    /// <summary>Sorts the numbers said.</summary>
    /// <param name="isLeftOut">True for a place behind or before words that leave something out.</param>
    /// <param name="said">The numbers that count for this intent.</param>
    public ExceptedLeads(Reading reading, string intent, Func<int, int, bool> isLeftOut, List<LeadReference> said)
    {
        (_reading, _spots, _keeps, Meant) = (reading, reading.Content.Spots, Taking.Contains(intent), said);
        if (Looking.Contains(intent))
        {
            return;
        }

        var certain = said.FindAll(l => IsExcepted(l.Start, l.End) || (intent == "approve_lead" && isLeftOut(l.Start, l.End)));
        Meant = said.FindAll(l => !certain.Contains(l));
        var (perhaps, surely) = (Meant.FindAll(l => isLeftOut(l.Start, l.End) || IsPerhaps(l.Start)), Meant);
        surely = surely.FindAll(l => !perhaps.Contains(l));
        Meant = surely.Count > 0 ? surely : Meant; // 不要第2条 takes it away where it is the only one
        var ofThisVerb = Removing.Contains(intent) ? Meant.FindAll(l => !IsOfAnotherVerb(l)) : Meant;
        Meant = ofThisVerb.Count > 0 ? ofThisVerb : Meant; // 撤回，第3条重复了
        Leads = [.. said.Where(l => !Meant.Contains(l)).SelectMany(l => l.Leads).Concat(Bare()).Distinct()];
        AllOthers = Leads.Count > 0 && _spots.Everything.IsIn(reading.Text) && Verbs(Restoring.Contains(intent) ? "恢复" : "撤回").Any(v => !IsDenied(v));
    }

    /// <summary>What is to be acted on.</summary>
    public List<LeadReference> Meant { get; }

    /// <summary>What is not.</summary>
    public IReadOnlyList<LeadSaid> Leads { get; } = [];

    /// <summary>All others are meant.</summary>
    public bool AllOthers { get; }

    private List<Hit> Verbs(string name) => _reading.Names.Words.Find(name) is { } id ? _reading.Hits[id] : [];

    /// <summary>除了2号都别撤: what is not to be done.</summary>
    private bool IsDenied(Hit verb) => _spots.Forbidding.Before(_reading.Text.AsSpan(0, verb.Start).TrimEnd()) > 0;

    private bool IsExcepted(int start, int end)
        => EndsIn(_spots.LeftOutBefore, start) || BeginsWith(_spots.LeftOutBehind, end) || (_keeps && (EndsIn(_spots.KeptBefore, start) || BeginsWith(_spots.KeptBehind, end)));

    private bool IsPerhaps(int start) => _keeps && EndsIn(_spots.PerhapsLeftOut, start);

    // A word of one character (除, 留) or of English stands by itself: 删除第2条 leaves nothing out, and 是不是第2条 asks.
    private bool EndsIn(Spot spot, int start)
    {
        var before = _reading.Text.AsSpan(0, start).TrimEnd();
        foreach (var article in (ReadOnlySpan<string>)["the", "number", "no.", "nos", "第", "#"])
        {
            before = before.EndsWith(article, StringComparison.Ordinal) ? before[..^article.Length].TrimEnd() : before;
        }

        var length = spot.Before(before);
        var rest = before[..^length];
        return length > 0 && !(rest.EndsWith("是", StringComparison.Ordinal) && before[^length] == '不')
            && (rest.IsEmpty || Reading.IsSoft(rest[^1]) || (length > 1 && !char.IsAsciiLetter(rest[^1])));
    }

    // 3号就不要撤了: no mark parts the number from what is said of it.
    private bool BeginsWith(Spot spot, int end)
    {
        while (end < _reading.Text.Length && _reading.Text[end] is ' ' or '就' or '先' or '也' or '请' or '可' or '的')
        {
            end++;
        }

        return spot.At(_reading.Text.AsSpan(end)) > 0;
    }

    /// <summary>撤回第1条，第3条领导还在看: a number in a later clause that says something else of it.</summary>
    private bool IsOfAnotherVerb(LeadReference lead)
    {
        var text = _reading.Text;
        var from = text.AsSpan(0, lead.Start).LastIndexOfAny(",;。!\n") + 1;
        var to = text.AsSpan(lead.End).IndexOfAny(",;。!\n") is >= 0 and var next ? lead.End + next : text.Length;
        var verbs = Verbs("撤回");
        if (!verbs.Exists(v => v.Start >= from && v.End <= to) && Verbs("改成").Exists(v => v.Start >= lead.End && v.End <= to && text[v.Start] is '改' or '换' or '更' or '修' or '调'))
        {
            return true; // 第3条改成典型案例，第2条撤回
        }

        if (from == 0 || !verbs.Exists(v => v.End < from) || verbs.Exists(v => v.Start >= from))
        {
            return false;
        }

        var rest = string.Concat(text.AsSpan(from, lead.Start - from), text.AsSpan(lead.End, to - lead.End));
        return rest.Count(char.IsLetter) > 1 && !_spots.Likewise.IsIn(rest);
    }

    /// <summary>Numbers alone: withdraw leads 1-3 except 2, 把1到3号撤了，2除外.</summary>
    private List<LeadSaid> Bare()
    {
        var found = new List<LeadSaid>();
        var reach = 0;
        foreach (var number in _reading.Hits[Entity.Number])
        {
            if (number.Start < reach || _reading.Leads.Exists(l => l.Start < number.End && number.Start < l.End))
            {
                continue;
            }

            var c = new Cursor(_reading.Text, number.Start);
            if (c.Number() is not { } sequence || sequence == 0)
            {
                continue;
            }

            var leads = new List<LeadSaid> { new(null, sequence) };
            LeadNumberLists.ReadOn(ref c, leads, null);
            reach = c.At;
            found.AddRange(!IsCounting(c) && IsExcepted(number.Start, c.At) ? leads : []);
        }

        return found;
    }

    /// <summary>除了9月16日的, 除了2家: no numbers of leads.</summary>
    private static bool IsCounting(Cursor c) => c.Here is '月' or '日' or '点' or '年' or '个' or '家' or '名' or '人' or '次' or '周' or '天' or '时' or '.' or '%' or ':';
}
