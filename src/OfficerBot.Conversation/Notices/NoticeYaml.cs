using OfficerBot.Conversation.Content;

namespace OfficerBot.Conversation.Notices;

/// <summary>Reads notices (方案) from YAML, <c>deploy/notices/*.yaml</c>, and says all that is wrong at once, in words a clerk understands.</summary>
public static class NoticeYaml
{
    /// <summary>Reads every <c>*.yaml</c> of a folder, in the order of names.</summary>
    public static IReadOnlyList<NoticeResult> ReadFolder(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(Open)]
            : [new(null, [new(folder, 0, "There is no such folder; notices are looked for here.")])];

    /// <summary>Reads a file of the disk.</summary>
    public static NoticeResult Open(string path) => Read(File.ReadAllText(path), Path.GetFileName(path));

    /// <summary>Reads YAML text.</summary>
    /// <param name="shownAs">The file's name in problems.</param>
    public static NoticeResult Read(string yaml, string shownAs)
    {
        var problems = new List<Problem>();
        var top = ContentFile.Read(yaml, shownAs, problems);
        var notice = top is null ? null : new NoticeReader(problems).Read(top);
        return new(problems.Count == 0 ? notice : null, [.. problems.OrderBy(p => p.Line)]);
    }
}
