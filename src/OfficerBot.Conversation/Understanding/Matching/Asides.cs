using System.Buffers;
using OfficerBot.Conversation.Understanding.Dates;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>Which dates of a message limit the request, and which only tell what the person is about.</summary>
internal sealed class Asides(Reading reading, Scored scored)
{
    /// <summary>So much beside the date makes a sentence part that tells something of its own.</summary>
    private const int OwnWords = 3;
    private static readonly SearchValues<char> Marks = SearchValues.Create(",。?!;\n");
    private static readonly string[] ThatDay = ["那天", "那一天", "that day"];
    private static readonly string[] Owed = ["没报", "没字", "线索词", "宣传词"];

    /// <summary>下午要给领导汇报，把白沙上旬报的调出来: told before the request, which has a date of its own.</summary>
    public bool IsOne(DatePhrase phrase)
    {
        if (IsOfLead(phrase) || IsOfDeed(phrase))
        {
            return true;
        }

        if (reading.Dates.Count < 2 || scored.Intent.Name is "set_deadline" or "remind_now" or "leave" || phrase.End >= scored.Best.Start)
        {
            return false;
        }

        var from = reading.Text.AsSpan(0, scored.Best.Start).LastIndexOfAny(Marks) + 1;
        return (phrase.End + OwnWords <= from - 1 || (phrase.End < from - 1 && IsOccasion(phrase.End))) && reading.Dates.Exists(d => d.Start >= from && d.From.HasDate && d.Repeat == Repeat.None);
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
            : scored.Intent.Name == "deadline_query" && (before.EndsWith("是不是") || before.EndsWith("是否"));
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

        foreach (var word in ThatDay)
        {
            if (reading.Text.IndexOf(word, phrase.End, StringComparison.Ordinal) >= 0)
            {
                return phrase with { From = phrase.From with { PartOfDay = null, Hour = null, Minute = null } };
            }
        }

        return phrase;
    }

    /// <summary>催昨天没报的, today's leads: a reminder is limited by a day only where it says whose leads are meant.</summary>
    public bool Limits(DatePhrase phrase)
    {
        if (scored.Intent.Name != "remind_now")
        {
            return true;
        }

        var next = reading.SkipFrom(phrase.End);
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
