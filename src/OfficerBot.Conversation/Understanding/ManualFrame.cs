using System.Text.Json.Nodes;
using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Understanding;

/// <summary>What was understood in the words of the label manual: its intents, its slots, as JSON.</summary>
public static class ManualFrame
{
    private static readonly HashSet<string> Known =
    [
        "report_lead", "amend_lead", "withdraw_lead", "attach_media", "nil_report", "who_missing", "my_status", "list_leads", "ranking", "find_contact",
        "roster_update", "roster_missing", "deadline_query", "set_deadline", "remind_now", "compile_report", "send_report", "export", "task_progress",
        "task_update", "sentiment_report", "leave", "help", "greeting", "none", "confirm_yes", "confirm_no", "cancel", "mark_submitted", "mark_published",
        "approve_lead", "return_lead",
    ];

    /// <summary>Intents of ours that the manual files under one of its own; those in neither list are outside its table.</summary>
    private static readonly Dictionary<string, string> Ours = new()
    {
        ["chat_record"] = "report_lead", ["confirm_send"] = "send_report", ["preview_report"] = "compile_report", ["weekly_report"] = "compile_report",
        ["correction_report"] = "compile_report", ["roster_import"] = "roster_update", ["bind_account"] = "roster_update", ["mail_status"] = "my_status",
        ["drop_item"] = "withdraw_lead", ["retitle_item"] = "amend_lead",
    };

    private static readonly HashSet<string> Unlabelled = ["address", "choice", "standing", "doubt", "streak"];

    /// <summary>The manual's name of what was understood: a record without a lead in it is nothing.</summary>
    public static string Intent(Understood understood) => understood is { Intent: "chat_record", Slots.Items.Count: 0 } ? "none" : Intent(understood.Intent);

    /// <summary>The manual's name of an intent; <c>none</c> for what is outside its table.</summary>
    public static string Intent(string intent) => Known.Contains(intent) ? intent : Ours.GetValueOrDefault(intent, "none");

    /// <summary>The slots as the corpora write them: lists as arrays, items with text, unit and category.</summary>
    public static JsonObject Slots(Slots slots, RosterBook roster)
    {
        var written = new JsonObject();
        // A lead's own words are its items; of a record the text is all there is.
        slots = slots.Items.Count > 0 ? slots with { Text = null } : slots;
        foreach (var group in SlotText.Of(slots, roster).Where(p => p.Slot != "items" && !Unlabelled.Contains(p.Slot)).GroupBy(p => p.Slot))
        {
            written[group.Key] = SlotNames.Lists.Contains(group.Key) ? new JsonArray([.. group.Select(p => (JsonNode)p.Value)])
                : group.Key == "top" && int.TryParse(group.First().Value, out var top) ? top
                : group.First().Value;
        }

        if (slots.Items.Count > 0)
        {
            written["items"] = new JsonArray([.. slots.Items.Select(i => Item(i, roster))]);
        }

        return written;
    }

    private static JsonObject Item(ItemSaid item, RosterBook roster)
    {
        var written = new JsonObject { ["text"] = item.Text };
        if (item.Unit is { } unit)
        {
            written["unit"] = SlotText.UnitName(unit, roster);
        }

        if (item.Category is { } category)
        {
            written["category"] = category;
        }

        return written;
    }
}
