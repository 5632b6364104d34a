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
        var slots = new DateSlots(reading, scored, dates, InCapture).Fill(new());
        slots = FillNames(slots);
        slots = FillWords(slots);
        slots = FillLeads(FillExceptions(slots));
        slots = FillLiterals(slots);
        return FillTexts(slots);
    }

    private bool Allows(string slot) => scored.Intent.Slots.Contains(slot);

    // Who stands in is told apart from the names themselves (Absence).
    private bool InCapture(int start)
        => scored.Intent.Name != "leave" && scored.Best.Captures.Any(c => start >= (c.Slot == "task" ? CapturedWords.TaskStart(reading, c.Start, c.End) : c.Start) && start < c.End && TextSlots.Contains(c.Slot));

    /// <summary>丁勇委员的电话: a post said with somebody's name is asked for no more than words of a capture.</summary>
    private bool IsOfNoPost(int start) => InCapture(start) || (scored.Intent.Name == "find_contact" && reading.NameHits.Exists(n => !n.IsUnit && n.End == start));

    private string Original(int start, int end) => reading.Captured.Tidy(reading.Folded.Slice(start, end));

    private Slots FillNames(Slots slots)
    {
        var units = Allows("units") ? _names.Units(s => InCapture(s) && !scored.Best.Captures.Any(c => c.Slot == "delegate" && s >= c.Start && s < c.End)) : [];
        var persons = Allows("persons") ? _names.Persons(InCapture, units) : [];
        if (reading.NameHits.Count == 0 && (Allows("units") || Allows("persons")) && reading.Text.Length <= 60 && _names.Fuzzy(Allows("units"), scored.Intent.Name is "find_contact" or "roster_update" or "bind_account") is { } fuzzy && !(fuzzy.IsUnit && _names.IsOfPost(fuzzy, false)))
        {
            return fuzzy.IsUnit
                ? slots with { Units = [new(Original(fuzzy.Start, fuzzy.End), fuzzy.Units, true)] }
                : slots with { Persons = [new(Original(fuzzy.Start, fuzzy.End), fuzzy.People, true)] };
        }

        if (persons.Count == 0 && scored.Intent.Name == "find_contact" && reading.Text.Length <= 60 && (_names.Addressed(units) ?? _names.FuzzyIn(units)) is { } near)
        {
            persons = [new(Original(near.Start, near.End), near.People, true)];
        }

        if (units.Count == 0 && persons.Count > 0 && scored.Intent.Name == "find_contact" && reading.Text.Length <= 60 && _names.FuzzyOf(persons) is { } home)
        {
            units = [new(Original(home.Start, home.End), home.Units, true)];
        }

        if (persons.Count == 0 && scored.Intent.Name is "send_report" or "remind_now" or "list_leads" && Allows("persons") && reading.Text.Length <= 60 && reading.Names.Fuzzy.BySound(reading.Text) is { } heard && !InCapture(heard.Start))
        {
            persons = [new(Original(heard.Start, heard.End), heard.People, true)]; // 周报发刘艺朝
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
            if (!Allows(group.Key) || !IsSaid(group))
            {
                continue;
            }

            var found = group.SelectMany(v => reading.Hits[v.Class].Select(h => (v.Value, Hit: h))).Where(v => !InCapture(v.Hit.Start) && !InUnit(v.Hit) && !(group.Key == "categories" && InEvent(v.Hit)) && !(group.Key == "groups" && (_names.IsExcluded(v.Hit.Start, v.Hit.End) || _names.IsCount(v.Hit.Start) || IsOurs(v.Hit)))).ToList();
            found.RemoveAll(v => found.Exists(w => w.Hit.Start < v.Hit.End && v.Hit.Start < w.Hit.End && (w.Hit.Length > v.Hit.Length || (w.Hit.Length == v.Hit.Length && w.Hit.Start < v.Hit.Start))));
            var values = found.OrderBy(v => v.Hit.Start).Select(v => v.Value).Distinct().ToList();
            slots = values.Count > 0 ? SlotSetter.Set(slots, group.Key, values, other) : slots;
        }

        return slots with { Other = other };
    }

    private Slots FillExceptions(Slots slots) => Allows("units") ? _names.LeaveOut(slots) : slots;

    private bool IsSaid(IEnumerable<(string Value, int Class)> values)
    {
        foreach (var value in values)
        {
            if (reading.Hits.Has(value.Class))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>城东街道 says no 街道.</summary>
    private bool InUnit(Scan.Hit hit) => reading.NameHits.Exists(n => n.IsUnit && n.Start < hit.End && hit.Start < n.End);

    /// <summary>我们街道 says no 街道.</summary>
    private bool IsOurs(Scan.Hit hit) => content.Words.Find("我方") is { } ours && reading.Hits[ours].Exists(o => o.Start < hit.Start && hit.End <= o.End);

    /// <summary>督察进驻期间 says when, and no category.</summary>
    private bool InEvent(Scan.Hit hit) => reading.Dates.Exists(d => d.From.Event is not null && d.Start < hit.End && hit.Start < d.End);

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

        end -= end - start > 2 && reading.Text[end - 1] is '里' or '上' or '中' ? 1 : 0;
        return reading.Folded.Slice(start, end);
    }

    /// <summary>3号通过，5号再议: this one is not approved.</summary>
    private bool IsUnapproved(int end)
    {
        var from = content.Spots.Unapproved.At(reading.Text.AsSpan(end)) > 0 ? end : reading.SkipFrom(end); // some begin with a filler: 再议
        var stop = from + content.Spots.Unapproved.At(reading.Text.AsSpan(from));
        return stop > from && (stop == reading.Text.Length || Reading.IsSoft(reading.Text[stop]) || reading.Folded.HasGapBefore(stop) || reading.SkipFrom(stop) > stop);
    }

    private Slots FillLeads(Slots slots)
    {
        if (!Allows("lead_nos"))
        {
            return slots;
        }

        var bareCount = scored.Best.Rule.Elements.Any(e => e.Classes.Contains(Entity.Numbered) || e.Classes.Contains(Entity.Number));
        var said = reading.Leads.Where(l => (!l.IsBare || bareCount) && !InCapture(l.Start) && !(scored.Intent.Name == "approve_lead" && IsUnapproved(l.End))).ToList();
        var excepted = new ExceptedLeads(reading, scored.Intent.Name, _names.IsExcluded, said);
        var leads = excepted.Meant.SelectMany(l => l.Leads).Except(excepted.Leads).Distinct().ToList();
        var searches = scored.Intent.Name == "list_leads" && scored.Best.Captures.Count > 0; // that lead about the crab ponds
        if (leads.Count == 0 && !searches && !slots.AllOthers && content.Words.Find("最近一条") is { } last && reading.Hits[last].Any(h => !InCapture(h.Start) && !IsOwned(h)))
        {
            leads.Add(new(null, 0, true));
        }

        if (leads.Count == 0 && bareCount && !Allows("categories"))
        {
            var numbers = reading.Hits[Entity.Number].Where(h => !InCapture(h.Start) && char.IsAsciiDigit(reading.Text[h.Start]));
            leads.AddRange(numbers.Select(h => new LeadSaid(null, int.Parse(reading.Text.AsSpan(h.Start, h.Length)))).Where(l => l.Sequence > 0).Except(excepted.Leads));
        }

        return slots with { Leads = leads, ExceptLeads = excepted.Leads, AllOthers = leads.Count == 0 && (excepted.AllOthers || (slots.AllOthers && excepted.Leads.Count == 0)) };
    }

    /// <summary>双桥镇那条, 我们那条, 住建局报的那条: a lead of theirs, not the one just spoken of.</summary>
    private bool IsOwned(Scan.Hit hit)
        => reading.Text[hit.Start] == '那'
            && (reading.NameHits.Exists(n => n.End <= hit.Start && (reading.SkipFrom(n.End) >= hit.Start || IsOfDay(n.End, hit.Start) || IsDoing(reading.Text.AsSpan(n.End, hit.Start - n.End))))
                || (content.Words.Find("我方") is { } ours && reading.Hits[ours].Exists(o => o.End <= hit.Start && reading.SkipFrom(o.End) >= hit.Start)));

    /// <summary>双桥镇9月10号那条.</summary>
    private bool IsOfDay(int from, int to) => reading.Dates.Exists(d => d.Start >= from && d.Start <= reading.SkipFrom(from) && d.End <= to && reading.SkipFrom(d.End) >= to);

    private static bool IsDoing(ReadOnlySpan<char> between)
        => between.Length is 2 or 3 && between[0] is '报' or '交' or '发' or '写' or '传' or '登' && between[^1] == '的';

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
            var words = slot == "text" ? reading.Captured.AsTyped(reading.Folded.Slice(start, end)) : Original(start, end);
            if (words.Length > 0)
            {
                slots = SlotSetter.Set(slots, slot, [words], other);
            }
        }

        if (Allows("title") && slots.Title is null && _names.Post(IsOfNoPost) is { } post)
        {
            slots = slots with { Title = post };
        }

        return slots with { Other = other };
    }
}
