using OfficerBot.Conversation.Notices;
using OfficerBot.Conversation.Samples;

namespace OfficerBot.Conversation.Content;

/// <summary>Everything that is data, checked at once: words, records, notices, samples. The same at start, in CI and as <c>officerbot check</c>.</summary>
public static class Checker
{
    /// <summary>Checks everything.</summary>
    /// <param name="dialogs">The built-in content folder.</param>
    /// <param name="overriding">The operator's words, or null.</param>
    /// <param name="notices">The folder of notices.</param>
    /// <param name="understands">See <see cref="ReplyContent.Load"/>.</param>
    public static CheckReport Run(string dialogs, string? overriding, string notices, Func<string, string, string?>? understands = null)
    {
        var loaded = ReplyContent.Load(dialogs, overriding, understands);
        var (samples, sampleProblems) = ChatSampleFile.ReadFolder(dialogs);
        var read = NoticeYaml.ReadFolder(notices);
        var check = new SampleCheck(loaded.Book, samples);
        Problem[] problems =
        [
            .. loaded.Problems, .. RecordCheck.Compare(loaded.Book), .. read.SelectMany(n => n.Problems), .. SameGroups(read, notices),
            .. sampleProblems, .. check.Problems(),
        ];
        return new(loaded.Book, problems, [.. check.Unreached()]);
    }

    private static IEnumerable<Problem> SameGroups(IReadOnlyList<NoticeResult> notices, string folder)
    {
        if (notices.Count == 0)
        {
            return [new(folder, 0, "There is no notice here.")];
        }

        return notices.Select(n => n.Notice?.Group.Value).OfType<string>().GroupBy(g => g).Where(g => g.Count() > 1)
            .Select(g => new Problem(folder, 0, $"Two notices are for the group \"{g.Key}\"; a group works under one."));
    }
}
