using OfficerBot.Conversation.Understanding.Content;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>What some intents settle after the general filling of slots, each by its own rule of the label manual.</summary>
internal static class Completions
{
    /// <summary>The slots as the intent means them.</summary>
    public static Slots Of(string intent, Slots slots, Reading reading, Match match) => intent switch
    {
        "roster_update" => RosterRow.Complete(intent, slots, reading),
        "amend_lead" => Amendment.Complete(intent, slots, reading, match),
        "return_lead" => Verdict.Complete(slots, reading, match),
        "withdraw_lead" when match.Captures.FirstOrDefault(c => c.Slot == "reason") is { Slot: not null } said => slots with { Reason = reading.Captured.AsGiven(reading.Folded.Slice(reading.Text[said.Start] == '是' ? said.Start + 1 : said.Start, said.End)) },
        "mark_published" => Publication.Complete(slots, reading),
        "leave" => Absence.Complete(slots, reading),
        "list_leads" => Searched(slots, reading, match),
        "find_contact" when slots.Persons.Count > 0 || slots.Phone is not null => slots with { Groups = [] }, // which bureau is he with
        "find_contact" or "my_status" => StrangeUnit.Complete(intent, slots, reading),
        "ranking" => Ranks.Complete(slots, reading),
        "sentiment_report" => Spread.Complete(slots, reading),
        "task_update" or "task_progress" => Quoted(Task(slots, reading, match), reading),
        _ => slots,
    };

    /// <summary>Words looked for; where they name a category (leads on typical cases), the category.</summary>
    private static Slots Searched(Slots slots, Reading reading, Match match)
    {
        if (slots.Text is null || slots.Categories.Count > 0 || slots.Leads.Count > 0)
        {
            return slots with { Text = null };
        }

        var (_, start, end) = match.Captures.FirstOrDefault(c => c.Slot == "text");
        foreach (var (value, id) in reading.Categories)
        {
            if (reading.Hits[id].Exists(h => h.Start >= start && h.End <= end && h.Length >= end - start - 6))
            {
                return slots with { Text = null, Categories = [int.Parse(value, System.Globalization.CultureInfo.InvariantCulture)] };
            }
        }

        return slots with { Text = reading.Captured.AsSearched(slots.Text) };
    }

    /// <summary>监测中心12月要交的素材是哪个: whose and when is no part of the task's name, and what is left may be none.</summary>
    private static Slots Task(Slots slots, Reading reading, Match match)
    {
        var captured = match.Captures.FirstOrDefault(c => c.Slot == "task");
        if (captured.Slot is null)
        {
            return slots;
        }

        var whole = reading.Names.Words.Find("任务名") is { } tasks ? reading.Hits[tasks].Find(h => h.Start < captured.End && h.End > captured.End) : default; // 新闻|发布会
        var name = reading.Captured.AsNamed(reading.Folded.Slice(CapturedWords.TaskStart(reading, captured.Start, captured.End), Math.Max(captured.End, whole.End)));
        var spots = reading.Content.Spots.Captures;
        var other = new Dictionary<string, string>(slots.Other);
        other.Remove("task");
        if (name.Length > 1 && !spots.Unnamed.IsIn(name) && spots.NoTaskStart.At(name) == 0)
        {
            other["task"] = name;
        }
        else if (reading.Names.Words.Find("任务名") is { } named && reading.Hits[named] is [var hit, ..])
        {
            other["task"] = reading.Folded.Slice(hit.Start, hit.End);
        }

        return slots with { Other = other };
    }

    /// <summary>标记“生态日主题海报”已完成: the task in quotation marks.</summary>
    private static Slots Quoted(Slots slots, Reading reading)
    {
        if (slots.Other.ContainsKey("task") || (reading.Hits[Entity.Quote].FirstOrDefault() is { Length: 0 } && reading.Hits[Entity.Title].FirstOrDefault() is { Length: 0 }))
        {
            return slots;
        }

        var hit = reading.Hits[Entity.Quote] is [var quote, ..] ? quote : reading.Hits[Entity.Title][0];
        return slots with { Other = new Dictionary<string, string>(slots.Other) { ["task"] = reading.Folded.Slice(hit.Start + 1, hit.End - 1) } };
    }
}
