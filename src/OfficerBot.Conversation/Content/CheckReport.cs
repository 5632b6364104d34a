using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Content;

/// <summary>What <c>officerbot check</c> found.</summary>
/// <param name="Book">The words as far as they could be read.</param>
/// <param name="Problems">Must be mended.</param>
/// <param name="Unreached">Replies that no sample reaches: worth knowing, no mistake.</param>
public sealed record CheckReport(ReplyBook Book, IReadOnlyList<Problem> Problems, IReadOnlyList<string> Unreached)
{
    private const int MostNamed = 5;

    /// <summary>Prints everything, a line each, and whether it is right as a whole.</summary>
    /// <param name="others">How many problems were found and printed elsewhere.</param>
    /// <returns>Exit code: 0 when there is no problem, else 1.</returns>
    public int Print(TextWriter to, int others = 0)
    {
        foreach (var problem in Problems)
        {
            to.WriteLine(problem);
        }

        if (Unreached.Count > 0)
        {
            to.WriteLine($"note: {Unreached.Count} replies are in no sample: {string.Join(", ", Unreached.Take(MostNamed))}{(Unreached.Count > MostNamed ? ", …" : "")}");
        }

        var found = Problems.Count + others;
        var replies = Book.Contracts.Sum(c => c.Replies.Count);
        to.WriteLine(found == 0
            ? $"Checked {Book.Contracts.Count} topics with {replies} replies in {Locales.All.Count} languages: nothing is wrong."
            : $"{LocaleFormat.Count(found, ["problem", "problems"])}: a service does not take this; the last good words stay in force.");
        return found == 0 ? 0 : 1;
    }
}
