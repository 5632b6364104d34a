using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Names;
using OfficerBot.Conversation.Understanding.Scan;
using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>Completes an amendment: which field the new value is for, and the value without what it replaces (是14日不是15日).</summary>
internal static class Amendment
{
    private const int LongestExcuse = 14;

    /// <summary>The slots completed, for amend_lead only.</summary>
    public static Slots Complete(string intent, Slots slots, Reading reading, Match match)
    {
        if (intent != "amend_lead")
        {
            return slots;
        }

        slots = Quoted(Replacing(slots, reading), reading, match);
        var text = slots.Text is null ? null : Cut(slots.Text, reading);
        slots = slots with { Text = string.IsNullOrEmpty(text) ? null : text, Categories = slots.Categories.Count > 0 ? slots.Categories : Numbered(reading, slots.Field == "category") };
        if (slots.Field == "category" && slots.Categories.Count == 0)
        {
            slots = slots with { Categories = [.. reading.Categories.Where(c => reading.Hits.Has(c.Class)).Select(c => int.Parse(c.Value)).Distinct()] };
        }

        slots = slots.Field == "category" && slots.Categories.Count > 1 ? slots with { Categories = [Wanted(reading, slots.Categories)] } : slots;
        if (slots.Field == "category" || (slots.Categories.Count > 0 && slots.Field is null && Short(slots.Text)))
        {
            return slots with { Field = "category", Text = null };
        }

        var captured = match.Captures.FirstOrDefault(c => c.Slot == "text");
        if (captured.Slot is null || slots.Text is null)
        {
            return slots with { Categories = [], Units = slots.Units.Count > 1 ? Become(slots.Units, reading) : slots.Units };
        }

        slots = slots with { Categories = [], Adds = IsSupplement(reading, match.Start, captured.Start) };
        return slots.Field is "title" ? slots : Typed(slots, reading, captured.Start, captured.End);
    }

    /// <summary>把河口镇改成石桥镇: of several units the one it is changed to.</summary>
    private static IReadOnlyList<UnitSaid> Become(IReadOnlyList<UnitSaid> units, Reading reading)
    {
        var becoming = reading.Names.Words.Find("改成") is { } id ? reading.Hits[id] : [];
        var fresh = reading.NameHits.FindAll(n => n.IsUnit && becoming.Exists(h => h.End <= n.Start && reading.SkipFrom(h.End) >= n.Start));
        return fresh is [var one] ? [.. units.Where(u => u.Candidates.SequenceEqual(one.Units))] : units;
    }

    /// <summary>写成柳林了，实际是石桥: the unit behind what it is in truth; null where only one is named.</summary>
    private static NameHit? Actual(Reading reading, int start, int end)
    {
        var truths = reading.Names.Words.Find("实为") is { } id ? reading.Hits[id] : [];
        return reading.NameHits.FindLast(n => n.IsUnit && n.Start > start && n.End <= end && truths.Exists(h => h.Start > start && h.End <= n.Start && reading.SkipFrom(h.End) >= n.Start));
    }

    // What is to be replaced is for whoever changes the lead, not a slot of the label manual.
    private static Slots Replacing(Slots slots, Reading reading)
    {
        if (slots.Other.TryGetValue("replaces", out var said))
        {
            return slots with { Replaces = said, Other = slots.Other.Where(o => o.Key != "replaces").ToDictionary(o => o.Key, o => o.Value) };
        }

        var (at, length) = reading.Content.Spots.Amendments.Instead.First(slots.Text, from: 1);
        return at < 0 ? slots : slots with { Replaces = reading.Captured.AsTyped(slots.Text![(at + length)..]) }; // found in it
    }

    /// <summary>改成“32户”，手误: the new value is what stands in the quotation marks.</summary>
    private static Slots Quoted(Slots slots, Reading reading, Match match)
    {
        const int LongestRest = 12;
        var (slot, start, end) = match.Captures.FirstOrDefault(c => c.Slot == "text");
        var quote = slot is null ? default : reading.Hits[Entity.Quote].Find(q => q.Start >= start && q.Start <= reading.SkipFrom(start) && q.End <= end);
        return quote.Length > 2 && end - quote.End <= LongestRest ? slots with { Text = reading.Captured.AsTyped(reading.Folded.Slice(quote.Start + 1, quote.End - 1)) } : slots;
    }

    private static bool IsSupplement(Reading reading, int from, int to) =>
        reading.Names.Words.Find("补充") is { } id && reading.Hits[id].Exists(h => h.Start >= from && h.End <= to);

    private static bool Short(string? text) => text is null || text.Length <= 12;

    private static Slots Typed(Slots slots, Reading reading, int start, int end)
    {
        var unit = Actual(reading, start, end) ?? reading.NameHits.Find(n => n.IsUnit && n.Start >= start && n.End <= end);
        if (unit is not null && (slots.Field == "unit" || (slots.Field is null && unit.End - unit.Start >= slots.Text!.Length - 2))) // text was checked
        {
            return slots with { Field = "unit", Text = null, Units = [new(reading.Folded.Slice(unit.Start, unit.End), unit.Units)] };
        }

        var isDate = slots.Field is null or "date" && reading.Dates.Exists(d => reading.SkipFrom(start) >= d.Start && d.Start >= start && d.End - d.Start >= slots.Text!.Length - 1); // text was checked
        return slots with { Field = slots.Field ?? (isDate ? "date" : "text"), Range = isDate ? null : slots.Range };
    }

    /// <summary>The new value without what it becomes it from, what it is not, and how the mistake came about.</summary>
    private static string Cut(string text, Reading reading)
    {
        var spots = reading.Content.Spots.Amendments;
        text = BehindBecoming(spots, WithoutExcuse(spots, text));
        text = spots.Instead.First(text, from: 1).At is > 0 and var instead ? text[..instead] : text;
        var tidy = reading.Captured.AsTyped(text);
        return spots.Being.At(tidy, leaving: 2) is > 0 and var being ? reading.Captured.AsTyped(tidy[being..]) : tidy;
    }

    /// <summary>Without a last clause that tells how the mistake came about: 改成32户，手误.</summary>
    private static string WithoutExcuse(AmendmentSpots spots, string text)
    {
        var clause = text.LastIndexOfAny(['，', ',']);
        return clause > 0 && text.Length - clause <= LongestExcuse && spots.Excuses.IsIn(Folded.Of(text[clause..]).Text) ? text[..clause] : text;
    }

    /// <summary>…青山水库了 应该是芦荡水库: only what stands behind the words that change it, where they begin a clause.</summary>
    private static string BehindBecoming(AmendmentSpots spots, string text)
    {
        for (var at = text.Length - 1; at >= 0; at--)
        {
            if (text[at] is '，' or ' ' && spots.Becoming.At(text.AsSpan(at + 1), leaving: 1) is > 0 and var becoming)
            {
                return text[(at + 1 + becoming)..];
            }
        }

        return text;
    }

    /// <summary>类别4, 第4类, category 4; where the category is what is wrong, also 应该是4, should be 4.</summary>
    private static List<int> Numbered(Reading reading, bool isCategory)
    {
        var found = new List<int>();
        foreach (var hit in reading.Hits[Entity.Number])
        {
            if ((IsCategory(reading, hit) || (isCategory && IsBecoming(reading, hit))) && new Dates.Cursor(reading.Text, hit.Start).Number() is { } number && number is >= 1 and <= 9)
            {
                found.Add(number);
            }
        }

        return found;
    }

    private static bool IsCategory(Reading reading, Hit number)
    {
        var before = reading.Text.AsSpan(0, number.Start).TrimEnd(' ');
        return before.EndsWith("第") ? number.End < reading.Text.Length && reading.Text[number.End] == '类' : reading.Content.Spots.Amendments.Category.Before(before) > 0;
    }

    private static bool IsBecoming(Reading reading, Hit number)
    {
        var spots = reading.Content.Spots.Amendments;
        var before = reading.Text.AsSpan(0, number.Start).TrimEnd(' ');
        return spots.BecomingNumber.Before(before) > 0 && spots.Instead.Before(before) == 0 && !reading.Leads.Exists(l => l.Start <= number.Start && number.Start < l.End);
    }

    /// <summary>不该归到典型案例 给挪到获得感: of several the last that is not denied, nor what it was before (从…).</summary>
    private static int Wanted(Reading reading, IReadOnlyList<int> said)
    {
        const int LongestDenial = 8;
        var (wanted, at) = (said[^1], -1);
        foreach (var (value, id) in reading.Categories)
        {
            foreach (var hit in reading.Hits[id])
            {
                var before = reading.Text.AsSpan(Math.Max(0, hit.Start - LongestDenial), Math.Min(hit.Start, LongestDenial));
                var clause = before[(before.LastIndexOfAny(',', '。', ';') + 1)..];
                if (hit.Start > at && !reading.Content.Spots.Amendments.Denying.IsIn(clause))
                {
                    (wanted, at) = (int.Parse(value, System.Globalization.CultureInfo.InvariantCulture), hit.Start);
                }
            }
        }

        return wanted;
    }
}
