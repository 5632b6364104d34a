namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>5号可以，6号不行: what is done to one lead and what is done to another, said in one message. Finds where the second may begin.</summary>
internal static class TwoVerdicts
{
    /// <summary>Each place costs one or two readings.</summary>
    private const int MostPlaces = 5;
    private const int LongestVerdicts = 200;
    private const string Breaks = ",;。\n";
    private const string But = " but ";
    private static readonly HashSet<string> Acts = ["approve_lead", "return_lead", "mark_published", "withdraw_lead"];

    /// <summary>What may follow such a verdict for another lead, and never comes first: its words go on to the end.</summary>
    private const string Change = "amend_lead";

    /// <summary>True for what is done to a lead with a word, so that another word may follow for another lead.</summary>
    public static bool IsOne(string intent) => Acts.Contains(intent);

    /// <summary>Places in the folded text where what is said of a further lead may begin, in order; none for most messages.</summary>
    public static IEnumerable<int> Places(Reading reading)
    {
        if (reading.Text.Length > LongestVerdicts)
        {
            yield break;
        }

        foreach (var list in reading.Leads.Where(l => l.Leads.Count > 1).Take(2))
        {
            var comma = reading.Text.AsSpan(list.Start, list.End - list.Start).IndexOfAny(Breaks);
            if (comma > 0)
            {
                yield return list.Start + comma + 1; // 撤回1号，3号保留: the numbers look like one list
            }
        }

        for (var i = 1; i < Math.Min(reading.Leads.Count, MostPlaces); i++)
        {
            yield return Begin(reading, reading.Leads[i - 1].End, reading.Leads[i].Start);
        }

        if (reading.Leads is [.., var last] && reading.Names.Words.Find("其余的") is { } others && reading.Hits[others] is [.., var rest] && rest.Start > last.End)
        {
            yield return Begin(reading, last.End, rest.Start); // 6号退回，其他的通过
        }
    }

    /// <summary>What the second half is read in: behind a withdrawal, 3号保留 is no approval.</summary>
    public static ReadingContext After(Understood first, ReadingContext context) => first.Intent == "withdraw_lead" ? context with { Pending = "withdrawn" } : context;

    /// <summary>What two halves say; null when they are no two. The same word for both with one reason is said once, of all leads.</summary>
    public static Understood? Together(Understood first, Understood second)
    {
        if (first.Intent == "withdraw_lead" && second.Intent == "restore_lead")
        {
            return first with { Besides = second }; // 撤回1号，3号保留
        }

        if (!IsOne(first.Intent) || !(IsOne(second.Intent) || second.Intent == Change) || ReferenceEquals(first, second) || IsOfNoOther(first) || IsOfNoOther(second))
        {
            return null;
        }

        if (first.Intent != second.Intent || (first.Slots.Reason is not null && second.Slots.Reason is not null))
        {
            return first with { Besides = second };
        }

        var leads = first.Slots.Leads.Concat(second.Slots.Leads).Distinct().ToList();
        return first.Intent == "return_lead" ? first with { Besides = second.Besides, Slots = first.Slots with { Leads = leads, Reason = first.Slots.Reason ?? second.Slots.Reason } } : null;
    }

    /// <summary>3号不要撤: says only what is not to be done.</summary>
    private static bool IsOfNoOther(Understood said) => said.Slots is { Leads.Count: 0, ExceptLeads.Count: > 0, AllOthers: false } || (said.Intent == Change && (said.Slots is { Leads.Count: 0 } or { Field: null, Text: null, Categories.Count: 0 }));

    /// <summary>Behind the last comma before the lead, else at the lead: 通过3号，退回4号 and 5号可以6号不行.</summary>
    private static int Begin(Reading reading, int from, int to)
    {
        var between = reading.Text.AsSpan(from, to - from);
        var comma = between.LastIndexOfAny(Breaks);
        var but = between.LastIndexOf(But, StringComparison.Ordinal);
        return comma >= 0 ? from + comma + 1 : but >= 0 ? from + but + But.Length : to;
    }
}
