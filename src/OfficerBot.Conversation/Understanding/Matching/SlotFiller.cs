using NodaTime;
using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Dates;
using OfficerBot.Conversation.Understanding.Names;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>Fills the slots an intent allows from what was found in the message.</summary>
internal sealed class SlotFiller(LanguageContent content, Reading reading, Scored scored, DateContext dates)
{
    private static readonly string[] TextSlots = ["text", "task", "reason", "outlet", "platform", "delegate", "old_person", "title", "channel"];
    private readonly SlotNamesFound _names = new(reading, scored.Best);

    /// <summary>The slots.</summary>
    public Slots Fill()
    {
        var slots = FillDates(new());
        slots = FillNames(slots);
        slots = FillWords(slots);
        slots = FillLeads(slots);
        slots = FillLiterals(slots);
        return FillTexts(slots);
    }

    private bool Allows(string slot) => scored.Intent.Slots.Contains(slot);

    private bool InCapture(int start) => scored.Best.Captures.Any(c => start >= c.Start && start < c.End && TextSlots.Contains(c.Slot));

    private string Original(int start, int end) => CapturedWords.Tidy(reading.Folded.Slice(start, end));

    private Slots FillDates(Slots slots)
    {
        var bareAreLeads = Allows("lead_nos") && scored.Best.Rule.Elements.Any(e => e.Classes.Contains(Entity.Numbered));
        DatePhrase? day = null;
        foreach (var phrase in reading.Dates)
        {
            var bare = reading.Leads.Exists(l => l.IsBare && l.Start <= phrase.Start && phrase.Start < l.End);
            if (InCapture(phrase.Start) || (bare && bareAreLeads))
            {
                continue;
            }

            slots = FillDate(slots, phrase, ref day);
        }

        return slots;
    }

    private Slots FillDate(Slots slots, DatePhrase phrase, ref DatePhrase? day)
    {
        var timeOnly = !phrase.From.HasDate && phrase.From.HasTime;
        var joined = timeOnly && day is not null ? phrase with { From = phrase.From.CarryFrom(day.From) } : phrase;
        var said = content.Dates.Resolve(joined, reading.Folded, dates);
        day = phrase.From.HasDate ? phrase : day;
        if (said.Recur is not null && Allows("recur"))
        {
            return slots with { Recur = RecurText(phrase) };
        }

        if (said.Event is not null && Allows("event"))
        {
            return slots with { Event = said.Event, EventSpan = said.Span };
        }

        var isMoment = reading.Hits.At(Entity.Time, phrase.Start) is not null && phrase.To is null && phrase.Bound is Bound.None or Bound.Before && said.Recur is null;
        if (Allows("at") && isMoment && (slots.At is null))
        {
            return slots with { At = said.Span with { Start = said.Span.Start ?? said.Span.End } };
        }

        return Allows("range") && slots.Range is null && said.Recur is null && !(Allows("at") && isMoment) ? slots with { Range = said.Span } : slots;
    }

    private static string RecurText(DatePhrase phrase)
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
        return phrase.From.Hour is { } hour && phrase.Bound == Bound.None ? $"{days} {hour:00}:{phrase.From.Minute ?? 0:00}" : days;
    }

    private Slots FillNames(Slots slots)
    {
        var units = Allows("units") ? _names.Units(InCapture) : [];
        var persons = Allows("persons") ? _names.Persons(InCapture, units) : [];
        if (reading.NameHits.Count == 0 && (Allows("units") || Allows("persons")) && reading.Text.Length <= 60 && _names.Fuzzy(Allows("units"), scored.Intent.Name is "find_contact" or "roster_update" or "bind_account") is { } fuzzy)
        {
            return fuzzy.IsUnit
                ? slots with { Units = [new(Original(fuzzy.Start, fuzzy.End), fuzzy.Units, true)] }
                : slots with { Persons = [new(Original(fuzzy.Start, fuzzy.End), fuzzy.People, true)] };
        }

        return slots with { Units = units, Persons = persons };
    }

    private Slots FillWords(Slots slots)
    {
        var other = new Dictionary<string, string>(slots.Other);
        foreach (var (slot, value) in scored.Best.Rule.Sets)
        {
            slots = SlotSetter.Set(slots, slot, [value], other);
        }

        foreach (var (slot, classId) in scored.Intent.Takes)
        {
            slots = Taken(classId) is { } words ? SlotSetter.Set(slots, slot, [words], other) : slots;
        }

        foreach (var group in content.Values)
        {
            if (!Allows(group.Key))
            {
                continue;
            }

            var found = group.SelectMany(v => reading.Hits[v.Class].Select(h => (v.Value, Hit: h))).Where(v => !InCapture(v.Hit.Start)).ToList();
            found.RemoveAll(v => found.Exists(w => w.Hit.Start <= v.Hit.Start && w.Hit.End >= v.Hit.End && w.Hit.Length > v.Hit.Length));
            var values = found.OrderBy(v => v.Hit.Start).Select(v => v.Value).Distinct().ToList();
            slots = values.Count > 0 ? SlotSetter.Set(slots, group.Key, values, other) : slots;
        }

        return slots with { Other = other };
    }

    /// <summary>The words of a class, hits that touch taken together (红网 + 论坛).</summary>
    private string? Taken(int classId)
    {
        var hits = reading.Hits[classId];
        if (hits.Count == 0)
        {
            return null;
        }

        var (start, end) = (hits[0].Start, hits[0].End);
        foreach (var hit in hits)
        {
            end = hit.Start <= end ? Math.Max(end, hit.End) : end;
        }

        return reading.Folded.Slice(start, end);
    }

    private Slots FillLeads(Slots slots)
    {
        if (!Allows("lead_nos"))
        {
            return slots;
        }

        var bareCount = scored.Best.Rule.Elements.Any(e => e.Classes.Contains(Entity.Numbered) || e.Classes.Contains(Entity.Number));
        var leads = reading.Leads.Where(l => (!l.IsBare || bareCount) && !InCapture(l.Start)).SelectMany(l => l.Leads).Distinct().ToList();
        if (leads.Count == 0 && content.Words.Find("最近一条") is { } last && reading.Hits[last].Any(h => !InCapture(h.Start)))
        {
            leads.Add(new(null, 0, true));
        }

        if (leads.Count == 0 && bareCount && !Allows("categories"))
        {
            var numbers = reading.Hits[Entity.Number].Where(h => !InCapture(h.Start) && char.IsAsciiDigit(reading.Text[h.Start]));
            leads.AddRange(numbers.Select(h => new LeadSaid(null, int.Parse(reading.Text.AsSpan(h.Start, h.Length)))).Where(l => l.Sequence > 0));
        }

        return slots with { Leads = leads };
    }

    private Slots FillLiterals(Slots slots)
    {
        slots = Allows("phone") && reading.Hits[Entity.Phone] is [var phone, ..]
            ? slots with { Phone = string.Concat(reading.Text[phone.Start..phone.End].Where(char.IsAsciiDigit)) } : slots;
        slots = reading.Hits[Entity.Address] is [var address, ..] && Allows("address") ? slots with { Address = reading.Text[address.Start..address.End] } : slots;
        if (Allows("url") && reading.Hits[Entity.Url] is [var url, ..])
        {
            slots = slots with { Other = new Dictionary<string, string>(slots.Other) { ["url"] = reading.Folded.Slice(url.Start, url.End) } };
        }

        if (Allows("choice") && slots.Choice is null && reading.Hits[Entity.Number] is [var number, ..])
        {
            slots = slots with { Choice = new Cursor(reading.Text, number.Start).Number() };
        }

        return slots;
    }

    private Slots FillTexts(Slots slots)
    {
        var other = new Dictionary<string, string>(slots.Other);
        foreach (var (slot, start, end) in scored.Best.Captures)
        {
            var words = Original(start, end);
            if (words.Length > 0)
            {
                slots = SlotSetter.Set(slots, slot, [words], other);
            }
        }

        if (Allows("title") && slots.Title is null && _names.Post(InCapture) is { } post)
        {
            slots = slots with { Title = post };
        }

        return slots with { Other = other };
    }
}
