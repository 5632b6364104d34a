using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Names;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>Completes an amendment: which field the new value is for, and the value without what it replaces (是14日不是15日).</summary>
internal static class Amendment
{
    private static readonly string[] Instead = ["，不是", ",不是", "，而不是", "而不是", "，不", "不是", ", not ", " not ", " instead of ", " rather than "];
    private static readonly string[] CategoryWords = ["类别", "分类", "类型", "category", "cat", "第"];
    private static readonly string[] Becoming = ["改成", "改为", "改回", "改到", "换成", "应该是", "更正为", "应为", "是", "归到", "归", "调到", "划到", " be", " to", " is", " under", " into"];

    private static readonly System.Buffers.SearchValues<char> Denying = System.Buffers.SearchValues.Create("不从别莫勿甭");

    private const int LongestExcuse = 14;
    private static readonly string[] Excuses = ["手误", "手滑", "笔误", "口误", "打错", "写错", "搞错", "弄错", "记错", "记岔", "敲错", "输错", "发错", "点错", "看错", "不好意思", "抱歉", "sorry", "typo", "my mistake", "my bad"];

    /// <summary>The slots completed, for amend_lead only.</summary>
    public static Slots Complete(string intent, Slots slots, Reading reading, Match match)
    {
        if (intent != "amend_lead")
        {
            return slots;
        }

        slots = Quoted(Replacing(slots), reading, match);
        var text = slots.Text is null ? null : Cut(slots.Text);
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
    private static Slots Replacing(Slots slots)
    {
        if (slots.Other.TryGetValue("replaces", out var said))
        {
            return slots with { Replaces = said, Other = slots.Other.Where(o => o.Key != "replaces").ToDictionary(o => o.Key, o => o.Value) };
        }

        var word = slots.Text is { } text ? Instead.FirstOrDefault(w => text.IndexOf(w, StringComparison.Ordinal) > 0) : null;
        return word is null ? slots : slots with { Replaces = CapturedWords.AsTyped(slots.Text![(slots.Text!.IndexOf(word, StringComparison.Ordinal) + word.Length)..]) }; // found in it
    }

    /// <summary>改成“32户”，手误: the new value is what stands in the quotation marks.</summary>
    private static Slots Quoted(Slots slots, Reading reading, Match match)
    {
        const int LongestRest = 12;
        var (slot, start, end) = match.Captures.FirstOrDefault(c => c.Slot == "text");
        var quote = slot is null ? default : reading.Hits[Entity.Quote].Find(q => q.Start >= start && q.Start <= reading.SkipFrom(start) && q.End <= end);
        return quote.Length > 2 && end - quote.End <= LongestRest ? slots with { Text = CapturedWords.AsTyped(reading.Folded.Slice(quote.Start + 1, quote.End - 1)) } : slots;
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

    private static string Cut(string text)
    {
        var excuse = text.LastIndexOfAny(['，', ',']);
        text = excuse > 0 && text.Length - excuse <= LongestExcuse && Excuses.Any(w => text.AsSpan(excuse).Contains(w, StringComparison.OrdinalIgnoreCase)) ? text[..excuse] : text;
        foreach (var word in Becoming)
        {
            var clause = text.LastIndexOf("，" + word, StringComparison.Ordinal);
            clause = clause < 0 && !char.IsWhiteSpace(word[0]) ? text.LastIndexOf(" " + word, StringComparison.Ordinal) : clause; // …青山水库了 应该是芦荡水库
            text = clause >= 0 && clause + 1 + word.Length < text.Length ? text[(clause + 1 + word.Length)..] : text;
        }

        foreach (var word in Instead)
        {
            var at = text.IndexOf(word, StringComparison.Ordinal);
            text = at > 0 ? text[..at] : text;
        }

        foreach (var word in (ReadOnlySpan<string>)["it was ", "it is ", "it's ", "should be ", "that's ", "it should be "])
        {
            var tidy = CapturedWords.AsTyped(text);
            text = tidy.Length > word.Length && tidy.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? tidy[word.Length..] : text;
        }

        return CapturedWords.AsTyped(text);
    }

    /// <summary>类别4, 第4类, category 4; where the category is what is wrong, also 应该是4, should be 4.</summary>
    private static List<int> Numbered(Reading reading, bool isCategory)
    {
        var found = new List<int>();
        foreach (var hit in reading.Hits[Entity.Number])
        {
            var before = reading.Text.AsSpan(0, hit.Start).TrimEnd(' ');
            var said = EndsIn(before, CategoryWords) && (!before.EndsWith("第") || (hit.End < reading.Text.Length && reading.Text[hit.End] == '类'));
            said |= isCategory && EndsIn(before, Becoming) && !before.EndsWith("不是") && !reading.Leads.Exists(l => l.Start <= hit.Start && hit.Start < l.End);
            if (said && new Dates.Cursor(reading.Text, hit.Start).Number() is { } number && number is >= 1 and <= 9)
            {
                found.Add(number);
            }
        }

        return found;
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
                if (hit.Start > at && clause.IndexOfAny(Denying) < 0)
                {
                    (wanted, at) = (int.Parse(value, System.Globalization.CultureInfo.InvariantCulture), hit.Start);
                }
            }
        }

        return wanted;
    }

    private static bool EndsIn(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
