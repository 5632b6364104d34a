using System.Buffers;
using OfficerBot.Conversation.Understanding.Dates;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>Which dates of a message limit the request, and which only tell what the person is about.</summary>
internal sealed class Asides(Reading reading, Scored scored)
{
    /// <summary>So much beside the date makes a sentence part that tells something of its own.</summary>
    private const int OwnWords = 2;
    private const int OwnLetters = 8;
    private static readonly SearchValues<char> Marks = SearchValues.Create(",。?!;…\n");

    /// <summary>Classes of what may be asked for.</summary>
    private static readonly string[] Things = ["没报", "没字", "线索词", "宣传词", "kind:weekly", "kind:daily", "kind:monthly", "kind:quarterly", "kind:special", "排名", "任务词", "报了没", "报齐"];

    /// <summary>Classes of what a reminder is about.</summary>
    private static readonly string[] Owed = ["没报", "没字", "线索词", "宣传词"];

    private bool IsDocument => scored.Intent.Name is "compile_report" or "send_report" or "export";

    /// <summary>下午要给领导汇报，把白沙上旬报的调出来: told before the request, which has a date of its own.</summary>
    public bool IsOne(DatePhrase phrase)
    {
        if (IsOfLead(phrase) || IsOfDeed(phrase) || IsDue(phrase) || IsPurpose(phrase))
        {
            return true;
        }

        if ((reading.Dates.Count < 2 && !IsDocument) || scored.Intent.Name is "set_deadline" or "remind_now" or "leave" || (phrase.End > scored.Best.Start && phrase.Start != scored.Best.Start))
        {
            return false;
        }

        var from = reading.Text.AsSpan(0, phrase.Start).LastIndexOfAny(Marks) + 1;
        var mark = reading.Text.AsSpan(phrase.End).IndexOfAny(Marks) + phrase.End;
        var own = mark - from - (phrase.End - phrase.Start);
        return mark >= phrase.End && (own >= (char.IsAsciiLetter(reading.Text[from]) ? OwnLetters : OwnWords) || IsOccasion(phrase.End))
            && (IsPast(mark, own) || reading.Dates.Exists(d => d.Start > mark && d.From.HasDate && d.Repeat == Repeat.None)) && !Asks(from, mark);
    }

    /// <summary>待审的还有几条，明天上午批: a clause of its own that tells what a query is for.</summary>
    private bool IsPurpose(DatePhrase phrase)
    {
        if (scored.Intent.Name is not ("list_leads" or "who_missing" or "ranking" or "task_progress" or "my_status" or "find_contact") || !IsOccasion(phrase.End))
        {
            return false;
        }

        var from = reading.Text.AsSpan(0, phrase.Start).LastIndexOfAny(Marks) + 1;
        var mark = reading.Text.AsSpan(phrase.End).IndexOfAny(Marks);
        var to = mark < 0 ? reading.Text.Length : phrase.End + mark;
        return (from > 0 || to < reading.Text.Length - 1) && (reading.SkipFrom(from) >= phrase.Start || phrase.Start - from <= 2) && !Asks(from, to);
    }

    /// <summary>昨晚拖到十一点也没弄完……先做个小结: a sentence of its own before a document is asked for.</summary>
    private bool IsPast(int mark, int own)
        => own > 2 * OwnWords && mark < scored.Best.Start && reading.Text[mark] is '。' or '!' or '.' or '…' && IsDocument;

    /// <summary>A sentence part that says what is asked for is no aside.</summary>
    private bool Asks(int from, int to)
    {
        foreach (var id in Things.Select(reading.Names.Words.Find))
        {
            if (id is { } known && reading.Hits[known].Exists(h => h.Start >= from && h.End <= to))
            {
                return true;
            }
        }

        return reading.NameHits.Exists(n => n.Start >= from && n.End <= to) || reading.Content.Values["groups"].Any(g => reading.Hits[g.Class].Exists(h => h.Start >= from && h.End <= to));
    }

    /// <summary>我下午开会要讲，1106-03那条原文调出来: with its number no day is needed to find a lead.</summary>
    private bool IsOfLead(DatePhrase phrase)
        => scored.Intent.Name == "list_leads" && phrase.End < scored.Best.Start && reading.Leads.Exists(l => !l.IsBare && l.Start > phrase.End)
            && reading.Text.AsSpan(0, reading.Leads.Find(l => !l.IsBare && l.Start > phrase.End)!.Start).LastIndexOfAny(Marks) > phrase.End;

    /// <summary>十点多就交了, 是不是十二点之前要送: a bare time tells when it was done, or is what is asked.</summary>
    private bool IsOfDeed(DatePhrase phrase)
    {
        if (phrase is not { To: null, From.HasDate: false, Repeat: Repeat.None } || phrase.From.Clock is null)
        {
            return false;
        }

        var before = reading.Text.AsSpan(0, phrase.Start);
        return scored.Intent.Name is "my_status" or "mark_submitted" ? phrase.Bound == Bound.None
            : scored.Intent.Name == "deadline_query" && reading.Content.Spots.Whether.Before(before) > 0;
    }

    /// <summary>把整改类的汇编一下，国庆前要: when a paper is wanted, not what it is about.</summary>
    private bool IsDue(DatePhrase phrase)
    {
        if (scored.Intent.Name is not ("compile_report" or "send_report" or "export" or "list_leads" or "ranking") || phrase.Start == 0 || !Reading.IsSoft(reading.Text[phrase.Start - 1]))
        {
            return false;
        }

        var behind = reading.Text.AsSpan(phrase.End);
        var wanted = reading.Content.Spots.Wanted.At(behind);
        return wanted > 0 && (behind.Length == wanted || Reading.IsSoft(behind[wanted]));
    }

    /// <summary>周末加班，烦请把10月的找出来: what keeps the speaker busy.</summary>
    private bool IsOccasion(int at) => reading.Names.Words.Find("说时") is { } id && reading.Hits.At(id, reading.SkipFrom(at)) is not null;

    /// <summary>我下周一早上坐高铁，那天的宣传情况: of the day, not of its morning.</summary>
    public DatePhrase AsMeant(DatePhrase phrase)
    {
        if (scored.Intent.Slots.Contains("at") || !phrase.From.HasDate || phrase.To is not null || phrase.From is { PartOfDay: null, Hour: null } || phrase.From.Step != Step.None)
        {
            return phrase;
        }

        if (scored.Intent.Name is "my_status" or "mark_submitted" && phrase is { Bound: Bound.None, From.Clock: not null })
        {
            return phrase with { From = phrase.From with { PartOfDay = null, Hour = null, Minute = null } }; // 今天九点已发: the day's
        }

        return reading.Content.Spots.ThatDay.IsIn(reading.Text.AsSpan(phrase.End))
            ? phrase with { From = phrase.From with { PartOfDay = null, Hour = null, Minute = null } }
            : phrase;
    }

    /// <summary>催周一没报的: who has not reported on a bare weekday has not on the last one.</summary>
    public bool IsBehind(DatePhrase phrase) => scored.Intent.Name == "remind_now" && Limits(phrase) && (IsOwed("没报", phrase.End) || IsOwed("没字", phrase.End));

    private bool IsOwed(string name, int from) => reading.Names.Words.Find(name) is { } id && reading.Hits[id].Exists(h => h.Start >= from);

    /// <summary>催昨天没报的, today's leads: a reminder is limited by a day only where it says whose leads are meant.</summary>
    public bool Limits(DatePhrase phrase)
    {
        if (scored.Intent.Name != "remind_now")
        {
            return true;
        }

        var next = reading.SkipFrom(phrase.End);
        if (phrase is { Bound: Bound.None, From.HasTime: false } && phrase.End < reading.Text.Length && reading.Text[phrase.End] == '的' && next >= reading.Text.TrimEnd().Length)
        {
            return true; // 催白沙镇昨天的
        }

        foreach (var name in Owed)
        {
            if (phrase is { Bound: Bound.None, From.HasTime: false } && reading.Names.Words.Find(name) is { } id && reading.Hits[id].Exists(h => h.Start == next || (h.Start == phrase.End) || (h.End < phrase.Start && h.End + 1 >= phrase.Start && char.IsAsciiLetter(reading.Text[phrase.Start]))))
            {
                return true;
            }
        }

        return false;
    }
}
