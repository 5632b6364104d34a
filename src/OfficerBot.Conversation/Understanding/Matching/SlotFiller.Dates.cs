using NodaTime;
using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Dates;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <content>Dates: which of the phrases limits the request, is its moment, its repetition or its event.</content>
internal sealed partial class SlotFiller
{
    private readonly Asides _asides = new(reading, scored);
    private DatePhrase? _lastDate;

    /// <summary>in Hunan Daily today: the day behind a medium's name is no part of it.</summary>
    private bool IsBehindOutlet(DatePhrase phrase) => scored.Best.Captures.Any(c => c.Slot == "outlet" && phrase.Start > c.Start + 2 && phrase.End >= c.End - 1 && phrase.Start < c.End);

    private Slots FillDates(Slots slots)
    {
        var bareAreLeads = Allows("lead_nos")
            && (scored.Intent.Name is "approve_lead" or "return_lead" || scored.Best.Rule.Elements.Any(e => e.Classes.Contains(Entity.Numbered)));
        DatePhrase? day = null;
        foreach (var phrase in reading.Dates)
        {
            var bare = reading.Leads.Exists(l => l.IsBare && l.Start <= phrase.Start && phrase.Start < l.End);
            if ((InCapture(phrase.Start) && !IsBehindOutlet(phrase)) || (bare && bareAreLeads) || IsExcuse(slots, phrase) || IsHabit(phrase) || _asides.IsOne(phrase))
            {
                continue;
            }

            slots = FillDate(slots, _asides.AsMeant(phrase), ref day);
        }

        return slots;
    }

    /// <summary>改到下午两点 上午都去开会了: behind the new time and a break, a part of the day tells why.</summary>
    private bool IsExcuse(Slots slots, DatePhrase phrase)
        => scored.Intent.Name == "set_deadline" && slots.At is not null && !phrase.From.HasDate && phrase.From.Clock is null
            && (reading.Folded.HasGapBefore(phrase.Start) || Reading.IsSoft(reading.Text[phrase.Start - 1]));

    /// <summary>周一三五报送宣传情况，这周一谁漏了: when they always report limits nothing, where a day is said.</summary>
    private bool IsHabit(DatePhrase phrase)
        => phrase is { Repeat: Repeat.Weekly, Weekdays: [var first, .., var last] } && last - first >= phrase.Weekdays.Count && !Allows("recur") && reading.Dates.Exists(d => d.Repeat == Repeat.None && d.From.HasDate);

    private Slots FillDate(Slots slots, DatePhrase phrase, ref DatePhrase? day)
    {
        if (scored.Intent.Name is "set_deadline" or "deadline_query" && phrase is { Bound: Bound.Before, To: null } && phrase.From.HasDate && !phrase.From.HasTime && reading.Text.AsSpan(0, phrase.End).EndsWith("截止"))
        {
            phrase = phrase with { Bound = Bound.None }; // 今天截止推后一小时 speaks of today's deadline
        }

        if (scored.Intent.Name == "set_deadline" && phrase.From.Step is Step.Hour or Step.Minute)
        {
            return slots; // by how much, not until when
        }

        if (phrase is { Repeat: Repeat.Weekly, From.Weekday: not null, Weekdays: [.., var lastDay], Every: 1 } && !Allows("recur"))
        {
            phrase = phrase with { Repeat = Repeat.None, Weekdays = [], To = new DatePart { Weekday = lastDay } }; // 周四周五我请假: these two days
        }

        var isBehind = _asides.IsBehind(phrase);
        phrase = isBehind && phrase.From is { WeekShift: 1, Weekday: not null } && reading.Text[phrase.Start] == '下' ? phrase with { From = phrase.From with { WeekShift = null } } : phrase; // 催下|周一没报的
        var against = isBehind ? dates with { Prefer = "past" } : dates;
        var timeOnly = !phrase.From.HasDate && phrase.From.HasTime;
        var joined = timeOnly && day is not null ? phrase with { From = phrase.From.CarryFrom(day.From) } : phrase;
        var said = content.Dates.Resolve(joined, reading.Folded, against);
        said = phrase.To is { HasTime: false } later && said.Span is { Start: { } first, End: { } last } && first >= last
            ? content.Dates.Resolve(phrase with { From = later, To = phrase.From }, reading.Folded, against) : said; // 昨天和前天: the later day first
        day = phrase.From.HasDate ? phrase : day;
        said = IsOrigin(phrase, said) ? content.Dates.Resolve(joined with { Bound = Bound.None }, reading.Folded, against) : said;
        if (said.Recur is not null && Allows("recur"))
        {
            return slots with { Recur = RecurText(phrase) };
        }

        if (slots is { Recur: { } days, At: null } && scored.Intent.Name == "set_deadline" && timeOnly && phrase.From.Clock is { } clock && !days.Contains(':', StringComparison.Ordinal))
        {
            return slots with { Recur = $"{days} {clock}" }; // 每周一三五的统一下午五点前交
        }

        if (said.Event is not null && Allows("event"))
        {
            return slots with { Event = said.Event, EventSpan = said.Span };
        }

        var isMoment = reading.Hits.At(Entity.Time, phrase.Start) is not null && phrase.To is null && said.Recur is null
            && (phrase.Bound == Bound.None || (phrase.Bound == Bound.Before && (scored.Intent.Name == "set_deadline" || IsDoneBy(phrase))));
        if (Allows("at") && isMoment && (slots.At is null))
        {
            var ofDay = scored.Intent.Name == "set_deadline" && slots.Range is null && joined.From.HasDate && char.IsAsciiDigit(reading.Text[phrase.Start]) && char.IsAsciiLetter(reading.Text[phrase.End - 1]);
            var dayOf = ofDay ? content.Dates.Resolve(joined with { Bound = Bound.None, From = joined.From with { Hour = null, Minute = null, PartOfDay = null } }, reading.Folded, against).Span : slots.Range;
            return slots with { At = said.Span with { Start = said.Span.Start ?? said.Span.End }, Range = dayOf }; // 8 pm today: today's deadline
        }

        if (Allows("at") && slots.At is null && scored.Intent.Name == "set_deadline" && phrase is { To: null, From: { PartOfDay: "中午", Hour: null } } && phrase.Start > 0 && reading.Text[phrase.Start - 1] is '到' or '至')
        {
            return slots with { At = said.Span with { Start = said.Span.Start?.Date + LocalTime.Noon } }; // 宽限到明天中午
        }

        if (Allows("at") && scored.Intent.Name == "set_deadline" && phrase.To is { HasTime: true } to && !phrase.From.HasTime && slots.At is null)
        {
            // extend today to 6pm: the day, and when it ends now
            var (from, end) = (content.Dates.Resolve(phrase with { To = null }, reading.Folded, against), content.Dates.Resolve(phrase with { From = to.CarryFrom(phrase.From), To = null }, reading.Folded, against));
            return slots with { Range = slots.Range ?? from.Span, At = end.Span };
        }

        if (slots.Range is { End: { } until } && _lastDate is { To: null } before && Allows("range") && said.Span.Start == until && phrase.To is null && said.Recur is null && IsJoined(before.End, phrase.Start))
        {
            return slots with { Range = slots.Range with { End = said.Span.End } }; // Thursday and Friday
        }

        var spelledOut = phrase.To is not null && _lastDate is { To: null } shown && phrase.Start - shown.End <= 2; // 国庆前后9月28号到10月11号
        _lastDate = phrase;
        return Allows("range") && (slots.Range is null || spelledOut) && said.Recur is null && !(Allows("at") && isMoment) && _asides.Limits(phrase) ? slots with { Range = said.Span } : slots;
    }

    /// <summary>11点前提醒一下: until when the reminder itself is wanted.</summary>
    private bool IsDoneBy(DatePhrase phrase)
        => scored.Intent.Name == "remind_now" && content.Words.Find("催") is { } id && reading.Hits.At(id, reading.SkipFrom(phrase.End)) is not null;

    private bool IsJoined(int from, int to)
        => to - from <= 5 && reading.Text.AsSpan(from, to - from).Trim(" ,、") is "" or "和" or "跟" or "与" or "and" or "及" or "连着";

    /// <summary>“everything from today” is today's, “leads from the past 3 days” those of the three days, not everything since.</summary>
    private bool IsOrigin(DatePhrase phrase, DateSaid said)
        => scored.Intent.Prefer == "past" && said.Span is { End: null, Start: not null } && string.CompareOrdinal(reading.Text, phrase.Start, "from ", 0, 5) == 0;

    private string RecurText(DatePhrase phrase)
    {
        string[] names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
        var days = phrase.Repeat switch
        {
            Repeat.Weekly when phrase.Weekdays.Count > 0 => string.Join(",", phrase.Weekdays.Distinct().Order().Select(d => names[d - 1])),
            Repeat.Weekly => "WEEKLY",
            Repeat.WorkingDays => "MO,TU,WE,TH,FR",
            Repeat.Daily => "DAILY",
            _ => "MONTHLY",
        };
        return phrase.From.Clock is { } clock && (phrase.Bound == Bound.None || Allows("at")) ? $"{days} {clock}" : days;
    }
}
