using NodaTime;
using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Dates;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>Fills the slots of dates: which of the phrases limits the request, is its moment, its repetition or its event.</summary>
/// <param name="inCapture">True for a place inside words that a rule takes as they are.</param>
internal sealed class DateSlots(Reading reading, Scored scored, DateContext dates, Func<int, bool> inCapture)
{
    private readonly DateReader _reader = reading.Content.Dates;
    private readonly Asides _asides = new(reading, scored);
    private readonly bool _setsDeadline = scored.Intent.Name == "set_deadline";

    /// <summary>The day that a later hour belongs to: 明天…下午三点.</summary>
    private DatePhrase? _day;

    /// <summary>The phrase before, which the next may go on.</summary>
    private DatePhrase? _before;

    /// <summary>in Hunan Daily today: the day behind a medium's name is no part of it.</summary>
    private bool IsBehindOutlet(DatePhrase phrase) => scored.Best.Captures.Any(c => c.Slot == "outlet" && phrase.Start > c.Start + 2 && phrase.End >= c.End - 1 && phrase.Start < c.End);

    /// <summary>The slots with range, moment, repetition and event.</summary>
    public Slots Fill(Slots slots)
    {
        var bareAreLeads = Allows("lead_nos")
            && (scored.Intent.Name is "approve_lead" or "return_lead" || scored.Best.Rule.Elements.Any(e => e.Classes.Contains(Entity.Numbered)));
        foreach (var phrase in reading.Dates)
        {
            var bare = reading.Leads.Exists(l => l.IsBare && l.Start <= phrase.Start && phrase.Start < l.End);
            if ((inCapture(phrase.Start) && !IsBehindOutlet(phrase)) || (bare && bareAreLeads) || IsExcuse(slots, phrase) || IsHabit(phrase) || _asides.IsOne(phrase))
            {
                continue;
            }

            slots = FillOne(slots, _asides.AsMeant(phrase));
        }

        return slots;
    }

    /// <summary>改到下午两点 上午都去开会了: behind the new time and a break, a part of the day tells why.</summary>
    private bool IsExcuse(Slots slots, DatePhrase phrase)
        => _setsDeadline && slots.At is not null && !phrase.From.HasDate && phrase.From.Clock is null
            && (reading.Folded.HasGapBefore(phrase.Start) || Reading.IsSoft(reading.Text[phrase.Start - 1]));

    /// <summary>周一三五报送宣传情况，这周一谁漏了: when they always report limits nothing, where a day is said.</summary>
    private bool IsHabit(DatePhrase phrase)
        => phrase is { Repeat: Repeat.Weekly, Weekdays: [var first, .., var last] } && last - first >= phrase.Weekdays.Count && !Allows("recur") && reading.Dates.Exists(d => d.Repeat == Repeat.None && d.From.HasDate);

    private Slots FillOne(Slots slots, DatePhrase phrase)
    {
        if (_setsDeadline && phrase.From.Step is Step.Hour or Step.Minute)
        {
            return slots; // by how much, not until when
        }

        var date = Dated(AsDays(Unbound(phrase)));
        return Repeated(slots, date) ?? Event(slots, date) ?? Moment(slots, date) ?? Range(slots, date);
    }

    /// <summary>今天截止推后一小时 speaks of today's deadline, not of all before it.</summary>
    private DatePhrase Unbound(DatePhrase phrase)
        => scored.Intent.Name is "set_deadline" or "deadline_query" && phrase is { Bound: Bound.Before, To: null } && phrase.From.HasDate && !phrase.From.HasTime
            && reading.Text.AsSpan(0, phrase.End).EndsWith("截止") ? phrase with { Bound = Bound.None } : phrase;

    /// <summary>周四周五我请假: these two days, where nothing can repeat.</summary>
    private DatePhrase AsDays(DatePhrase phrase)
        => phrase is { Repeat: Repeat.Weekly, From.Weekday: not null, Weekdays: [.., var lastDay], Every: 1 } && !Allows("recur")
            ? phrase with { Repeat = Repeat.None, Weekdays = [], To = new DatePart { Weekday = lastDay } } : phrase;

    /// <summary>When a phrase means, with the day told before it where it is an hour alone.</summary>
    private Date Dated(DatePhrase phrase)
    {
        var isBehind = _asides.IsBehind(phrase);
        phrase = isBehind && phrase.From is { WeekShift: 1, Weekday: not null } && reading.Text[phrase.Start] == '下' ? phrase with { From = phrase.From with { WeekShift = null } } : phrase; // 催下|周一没报的
        var against = isBehind ? dates with { Prefer = "past" } : dates;
        var timeOnly = !phrase.From.HasDate && phrase.From.HasTime;
        var joined = timeOnly && _day is not null ? phrase with { From = phrase.From.CarryFrom(_day.From) } : phrase;
        var said = _reader.Resolve(joined, reading.Folded, against);
        said = phrase.To is { HasTime: false } later && said.Span is { Start: { } first, End: { } last } && first >= last
            ? _reader.Resolve(phrase with { From = later, To = phrase.From }, reading.Folded, against) : said; // 昨天和前天: the later day first
        _day = phrase.From.HasDate ? phrase : _day;
        said = IsOrigin(phrase, said) ? _reader.Resolve(joined with { Bound = Bound.None }, reading.Folded, against) : said;
        return new(phrase, joined, said, against, IsMoment(phrase, said));
    }

    private bool IsMoment(DatePhrase phrase, DateSaid said)
        => reading.Hits.At(Entity.Time, phrase.Start) is not null && phrase.To is null && said.Recur is null
            && (phrase.Bound == Bound.None || (phrase.Bound == Bound.Before && (_setsDeadline || IsDoneBy(phrase))));

    /// <summary>每周一三五, and the hour told later: 每周一三五的统一下午五点前交. Null when nothing is repeated.</summary>
    private Slots? Repeated(Slots slots, in Date date)
    {
        if (date.Said.Recur is not null && Allows("recur"))
        {
            return slots with { Recur = RecurText(date.Phrase) };
        }

        return slots is { Recur: { } days, At: null } && _setsDeadline && date.IsHour && date.Phrase.From.Clock is { } clock && !days.Contains(':', StringComparison.Ordinal)
            ? slots with { Recur = $"{days} {clock}" } : null;
    }

    private Slots? Event(Slots slots, in Date date)
        => date.Said.Event is not null && Allows("event") ? slots with { Event = date.Said.Event, EventSpan = date.Said.Span } : null;

    /// <summary>The hour that is asked for or set; null when the phrase tells none, or one was told before.</summary>
    private Slots? Moment(Slots slots, in Date date)
    {
        if (!Allows("at") || slots.At is not null)
        {
            return null;
        }

        var (phrase, span) = (date.Phrase, date.Said.Span);
        if (date.IsMoment)
        {
            return slots with { At = span with { Start = span.Start ?? span.End }, Range = OfToday(slots, date) ? Resolved(date, DayOf(date.Joined)) : slots.Range };
        }

        if (_setsDeadline && phrase is { To: null, From: { PartOfDay: "中午", Hour: null } } && phrase.Start > 0 && reading.Text[phrase.Start - 1] is '到' or '至')
        {
            return slots with { At = span with { Start = span.Start?.Date + LocalTime.Noon } }; // 宽限到明天中午
        }

        return _setsDeadline && phrase.To is { HasTime: true } to && !phrase.From.HasTime
            ? slots with { Range = slots.Range ?? Resolved(date, phrase with { To = null }), At = Resolved(date, phrase with { From = to.CarryFrom(phrase.From), To = null }) } // extend today to 6pm: the day, and when it ends now
            : null;
    }

    /// <summary>8 pm today: today's deadline.</summary>
    private bool OfToday(Slots slots, in Date date)
        => _setsDeadline && slots.Range is null && date.Joined.From.HasDate && char.IsAsciiDigit(reading.Text[date.Phrase.Start]) && char.IsAsciiLetter(reading.Text[date.Phrase.End - 1]);

    private static DatePhrase DayOf(DatePhrase phrase) => phrase with { Bound = Bound.None, From = phrase.From with { Hour = null, Minute = null, PartOfDay = null } };

    private TimeSpanSaid Resolved(in Date date, DatePhrase phrase) => _reader.Resolve(phrase, reading.Folded, date.Against).Span;

    /// <summary>What limits the request: one phrase, two that are joined (Thursday and Friday), or the one that spells the other out (国庆前后9月28号到10月11号).</summary>
    private Slots Range(Slots slots, in Date date)
    {
        var (phrase, said) = (date.Phrase, date.Said);
        if (slots.Range is { End: { } until } && _before is { To: null } before && Allows("range") && said.Span.Start == until && phrase.To is null && said.Recur is null && IsJoined(before.End, phrase.Start))
        {
            return slots with { Range = slots.Range with { End = said.Span.End } };
        }

        var spelledOut = phrase.To is not null && _before is { To: null } shown && phrase.Start - shown.End <= 2;
        _before = phrase;
        return Allows("range") && (slots.Range is null || spelledOut) && said.Recur is null && !(Allows("at") && date.IsMoment) && _asides.Limits(phrase) ? slots with { Range = said.Span } : slots;
    }

    private bool Allows(string slot) => scored.Intent.Slots.Contains(slot);

    /// <summary>11点前提醒一下: until when the reminder itself is wanted.</summary>
    private bool IsDoneBy(DatePhrase phrase)
        => scored.Intent.Name == "remind_now" && reading.Names.Words.Find("催") is { } id && reading.Hits.At(id, reading.SkipFrom(phrase.End)) is not null;

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

    /// <summary>A phrase and when it means.</summary>
    /// <param name="Joined">The phrase with the day of the one before, where it tells but an hour.</param>
    /// <param name="Against">What it was resolved against.</param>
    /// <param name="IsMoment">It tells an hour, not a stretch of time.</param>
    private readonly record struct Date(DatePhrase Phrase, DatePhrase Joined, DateSaid Said, DateContext Against, bool IsMoment)
    {
        public bool IsHour => !Phrase.From.HasDate && Phrase.From.HasTime;
    }
}
