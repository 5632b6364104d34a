namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>Puts values by slot name into <see cref="Slots"/>; what has no member of its own goes into the others.</summary>
internal static class SlotSetter
{
    /// <summary>Sets a slot; several values only where the slot is a list, else the first counts.</summary>
    public static Slots Set(Slots slots, string slot, IReadOnlyList<string> values, Dictionary<string, string> other)
    {
        var first = values[0];
        switch (slot)
        {
            case "groups":
                return slots with { Groups = values };
            case "categories":
                return slots with { Categories = [.. slots.Categories.Concat(values.Where(v => int.TryParse(v, out _)).Select(int.Parse)).Distinct()] };
            case "media":
                return slots with { Media = string.Join(",", values) };
            case "choice":
                return int.TryParse(first, out var number) ? slots with { Choice = number } : slots;
            case "title":
                return slots with { Title = first };
            case "field":
                return slots with { Field = first };
            case "text":
                return slots with { Text = first };
            case "scope":
                return slots with { Scope = first };
            case "kind":
                return slots with { Kind = first };
            case "format":
                return slots with { Format = first };
            case "what":
                return slots with { What = values.Contains("missing") ? "missing" : first }; // 宣传情况没报的名单
            case "op":
                return slots with { Op = first };
            case "agg":
                return slots with { Agg = first };
            case "reason":
                return slots with { Reason = first };
            case "standing":
                return slots with { Standing = values[^1] };
            case "tone":
                return slots with { Tone = first };
            case "recur":
                return slots with { Recur = first };
            case "top":
                other[slot] = values.MaxBy(v => int.TryParse(v, out var n) ? n : 0) ?? first; // 最多的前三个
                return slots;
            default:
                other[slot] = Content.SlotNames.Lists.Contains(slot) ? string.Join(",", values) : first;
                return slots;
        }
    }
}
