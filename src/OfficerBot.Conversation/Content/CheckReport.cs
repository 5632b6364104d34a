using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Content;

/// <summary>What <c>officerbot check</c> found.</summary>
/// <param name="Book">The words as far as they could be read.</param>
/// <param name="Problems">Must be mended.</param>
/// <param name="Notes">Worth knowing, for example replies that no sample reaches.</param>
public sealed record CheckReport(ReplyBook Book, IReadOnlyList<Problem> Problems, IReadOnlyList<string> Notes)
{
    /// <summary>Prints everything, a line each.</summary>
    /// <returns>Exit code: 0 when there is no problem, else 1.</returns>
    public int Print(TextWriter to)
    {
        foreach (var problem in Problems)
        {
            to.WriteLine(problem);
        }

        foreach (var note in Notes)
        {
            to.WriteLine(note);
        }

        var replies = Book.Contracts.Sum(c => c.Replies.Count);
        to.WriteLine(Problems.Count == 0
            ? $"Checked {Book.Contracts.Count} topics with {replies} replies in {Locales.All.Count} languages: nothing is wrong."
            : $"{LocaleFormat.Count(Problems.Count, ["problem", "problems"])}.");
        return Problems.Count == 0 ? 0 : 1;
    }
}
