using OfficerBot.Conversation.Understanding.Content;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>Where the words looked for begin: 农业局和畜牧中心报来几条跟养殖|有关的 looks for 养殖 among what those two reported.</summary>
internal static class Topic
{
    /// <summary>Classes of what asks for leads.</summary>
    private static readonly string[] Asking = ["计数", "列", "报动"];

    /// <summary>The intent's best rule with the topic alone in its capture.</summary>
    public static Scored Narrow(Reading reading, Scored scored)
    {
        if (scored.Intent.Name != "list_leads" || scored.Best.Captures.FirstOrDefault(c => c.Slot == "text") is not { Slot: not null } said)
        {
            return scored;
        }

        var start = Start(reading, said.Start, said.End);
        return start == said.Start ? scored
            : scored with { Best = scored.Best with { Captures = [.. scored.Best.Captures.Select(c => c == said ? (c.Slot, start, c.End) : c)] } };
    }

    /// <summary>Behind the last opening word that follows a name or what asks.</summary>
    private static int Start(Reading reading, int start, int end)
    {
        for (var at = end - 1; at > start; at--)
        {
            var topic = at + reading.Content.Spots.TopicOpenings.At(reading.Text.AsSpan(at));
            if (topic > at && end - topic >= 2 && IsAsked(reading, start, at))
            {
                return topic;
            }
        }

        return start;
    }

    private static bool IsAsked(Reading reading, int start, int end)
    {
        foreach (var name in Asking)
        {
            if (reading.Names.Words.Find(name) is { } id && reading.Hits[id].Exists(h => h.Start >= start && h.End <= end && h.Length > 1))
            {
                return true;
            }
        }

        return false;
    }
}
