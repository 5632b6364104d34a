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
        "mark_published" => Publication.Complete(slots, reading),
        "leave" => Absence.Complete(slots, reading),
        "list_leads" => slots.Categories.Count > 0 || slots.Leads.Count > 0 ? slots with { Text = null } : slots,
        "task_update" or "task_progress" => Quoted(slots, reading),
        _ => slots,
    };

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
