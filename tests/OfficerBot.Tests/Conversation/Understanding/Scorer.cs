using System.Text;
using System.Text.Json;
using OfficerBot.Conversation.Understanding;

namespace OfficerBot.Tests.Conversation.Understanding;

/// <summary>Figures over a set of rows, each from 0 to 1 unless it says a count.</summary>
/// <param name="FalseCaptures">Count: chatter taken for a lead to be filed.</param>
/// <param name="FalseTriggers">Count: unaddressed chatter that triggers anything.</param>
/// <param name="LeadsMissed">Count.</param>
public sealed record Figures(int Rows, double Intent, double Frame, int FalseCaptures, int FalseTriggers, int LeadsMissed, string Confusions)
{
    /// <inheritdoc/>
    public override string ToString()
        => $"{Rows} rows: intent {Intent:P1}, frame {Frame:P1}, chatter captured {FalseCaptures}, chatter triggering {FalseTriggers}, leads missed {LeadsMissed}\n  {Confusions}";
}

/// <summary>Scores the reader against the labels, by the rules of the label manual, section Scoring.</summary>
public static class Scorer
{
    private static readonly HashSet<string> FreeText = ["text", "reason", "outlet", "platform", "task", "title", "url", "delegate", "old_person", "persons", "items"];

    /// <summary>Scores rows.</summary>
    public static Figures Score(IReadOnlyList<LabelledRow> rows)
    {
        var read = rows.Select(r => (Row: r, Said: Corpora.Reader.Read(r.Text, r.Context))).ToList();
        var wrong = read.Where(x => ManualFrame.Intent(x.Said) != x.Row.Intent).ToList();
        var frames = read.Count(x => ManualFrame.Intent(x.Said) == x.Row.Intent && Labelled(x.Row.Row).SetEquals(Read(x.Said)));
        var chatter = wrong.Where(x => x.Row.Intent == "none" && x.Row.Context is { IsGroup: true, IsAddressed: false }).ToList();
        var confusions = wrong.GroupBy(x => $"{x.Row.Intent}->{ManualFrame.Intent(x.Said)}").OrderByDescending(g => g.Count()).Take(10);
        return new(
            rows.Count,
            1 - ((double)wrong.Count / rows.Count),
            (double)frames / rows.Count,
            chatter.Count(x => x.Said is { Intent: "report_lead", Confidence: >= 0.8 }),
            chatter.Count,
            wrong.Count(x => x.Row.Intent == "report_lead"),
            string.Join(", ", confusions.Select(g => $"{g.Key} {g.Count()}")));
    }

    private static HashSet<string> Labelled(JsonElement row)
    {
        var found = new HashSet<string>();
        foreach (var slot in row.GetProperty("slots").EnumerateObject())
        {
            var values = slot.Value.ValueKind == JsonValueKind.Array ? slot.Value.EnumerateArray().ToList() : [slot.Value];
            found.UnionWith(values.Select(v => Pair(slot.Name, v.ValueKind == JsonValueKind.Object ? v.GetProperty("text").GetString()! : v.ToString()))); // items have a text
        }

        return found;
    }

    private static HashSet<string> Read(Understood said) => [.. SlotText.Of(said.Slots, Corpora.Roster).Where(p => p.Slot is not ("address" or "choice" or "standing")).Select(p => Pair(p.Slot, p.Value))];

    private static string Pair(string slot, string value) => slot + "=" + (FreeText.Contains(slot) ? Plain(value) : value);

    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in text)
        {
            var narrow = c is >= '\uff01' and <= '\uff5e' ? (char)(c - 0xfee0) : c;
            if (char.IsLetterOrDigit(narrow))
            {
                plain.Append(char.ToLowerInvariant(narrow));
            }
        }

        return plain.ToString();
    }
}
