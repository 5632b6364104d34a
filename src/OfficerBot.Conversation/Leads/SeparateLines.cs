using OfficerBot.Conversation.Turns;
using OfficerBot.Conversation.Understanding;

namespace OfficerBot.Conversation.Leads;

/// <summary>
/// The lines of a lead that was said without numbers. Such lines are one lead: in the corpora every one of them is a title with its text, or an article in
/// paragraphs. Where each line would by itself look like a lead in the group, the receipt says how to part them.
/// </summary>
/// <param name="reader">Reads a line as if it had been said alone.</param>
internal sealed class SeparateLines(ReadMessage reader)
{
    /// <summary>More lines are an article.</summary>
    private const int Most = 10;

    private const string Stops = "。；！？;.!?”";

    /// <summary>The lines that each could be a lead; none where one could not, or the first is the title of the others.</summary>
    public IReadOnlyList<ItemSaid> Doubtful(Turn turn, string text)
    {
        var lines = Lines(text);
        if (lines.Count is < 2 or > Most || IsTitle(lines))
        {
            return [];
        }

        var read = lines.Select(l => Read(turn, l)).TakeWhile(r => r is { Intent: "report_lead", Slots.Items.Count: 1 }).ToList();
        return read.Count == lines.Count ? [.. read.Zip(lines, Item)] : [];
    }

    /// <summary>All lines, with what each says of unit and category.</summary>
    public IReadOnlyList<ItemSaid> All(Turn turn, string text) => [.. Lines(text).Select(l => Item(Read(turn, l), l))];

    /// <summary>How many lines a text has.</summary>
    public static int Count(string text) => Lines(text).Count;

    private static List<string> Lines(string text) => [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private Understood Read(Turn turn, string line) =>
        reader(line, new ReadingContext(turn.Local, true, false, turn.Speaker!.Unit, turn.Speaker.Roles, null, turn.Roster, turn.Said.By.Locale));

    private static ItemSaid Item(Understood read, string line) => read.Slots.Items is [var only]
        ? only with { Unit = only.Unit ?? (read.Slots.Units is [var unit] ? unit : null) }
        : new(line, null, null);

    // A first line without a stop above one with it, or above one twice as long.
    private static bool IsTitle(List<string> lines) =>
        !Stops.Contains(lines[0][^1], StringComparison.Ordinal) && (Stops.Contains(lines[1][^1], StringComparison.Ordinal) || lines[1].Length > 2 * lines[0].Length);
}
