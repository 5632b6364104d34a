using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Content;

/// <summary>Prints every reply in every language with its sample values, for <c>officerbot preview</c>.</summary>
public static class PreviewText
{
    /// <summary>Prints them in the order of the contracts.</summary>
    /// <param name="only">A topic or a reply's name to stay with; null for all.</param>
    public static void Write(ReplyBook book, TextWriter to, string? only = null)
    {
        foreach (var reply in book.Previews().Where(p => only is null || p.Topic == only || p.Reply.Name == only).GroupBy(p => (p.Topic, p.Reply.Name)))
        {
            to.WriteLine($"{reply.Key.Topic}/{reply.Key.Name}: {reply.First().Reply.Meaning}");
            foreach (var preview in reply)
            {
                Write(preview, to);
            }

            to.WriteLine();
        }
    }

    private static void Write(Preview preview, TextWriter to)
    {
        to.WriteLine($"  {preview.Locale}  {preview.Rendered.Text.Replace("\n", "\n      ")}");
        foreach (var button in preview.Rendered.Buttons)
        {
            to.WriteLine($"      [{button.Text}]");
        }

        if (preview.Rendered.Card is { } card)
        {
            to.WriteLine($"      ┌ {card.Title}  {card.Subtitle}");
            foreach (var row in card.Rows)
            {
                to.WriteLine($"      │ {row.Label}  {row.Value}  {row.Mark}");
            }

            to.WriteLine($"      └ {card.Footer}");
        }
    }
}
