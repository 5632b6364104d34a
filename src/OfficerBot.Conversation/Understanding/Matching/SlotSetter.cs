namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>Puts values by slot name into <see cref="Slots"/>; what has no member of its own goes into the others.</summary>
internal static class SlotSetter
{
    /// <summary>Sets a slot; several values only where the slot is a list, else the first counts.</summary>
    public static Slots Set(Slots slots, string slot, IReadOnlyList<string> values, Dictionary<string, string> other)
    {
        var first = values[0];
        return slot switch
        {
            "groups" => slots with { Groups = values },
            "categories" => slots with { Categories = [.. slots.Categories.Concat(values.Where(v => int.TryParse(v, out _)).Select(int.Parse)).Distinct()] },
            "media" => slots with { Media = string.Join(",", values) },
            "choice" => int.TryParse(first, out var number) ? slots with { Choice = number } : slots,
            "title" => slots with { Title = first },
            "field" => slots with { Field = first },
            "text" => slots with { Text = first },
            "scope" => slots with { Scope = first },
            "kind" => slots with { Kind = first },
            "format" => slots with { Format = first },
            "what" => slots with { What = values.Contains("missing") ? "missing" : first }, // 宣传情况没报的名单
            "op" => slots with { Op = first },
            "agg" => slots with { Agg = first },
            "reason" => slots with { Reason = first },
            "standing" => slots with { Standing = values[^1] },
            "tone" => slots with { Tone = first },
            "all" => slots with { AllOthers = true },
            "recur" => slots with { Recur = first },
            _ => Other(),
        };

        Slots Other()
        {
            other[slot] = slot == "top" ? values.MaxBy(v => int.TryParse(v, out var n) ? n : 0) ?? first // 最多的前三个
                : Content.SlotNames.Lists.Contains(slot) ? string.Join(",", values) : first;
            return slots;
        }
    }
}
