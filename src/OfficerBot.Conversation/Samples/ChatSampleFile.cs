using OfficerBot.Conversation.Content;
using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Samples;

/// <summary>Finds and reads samples.</summary>
public static class ChatSampleFile
{
    /// <summary>Reads every <c>dialogs/&lt;topic&gt;/samples/*.&lt;locale&gt;.chat</c> below a folder.</summary>
    public static (IReadOnlyList<ChatSample> Samples, IReadOnlyList<Problem> Problems) ReadFolder(string folder)
    {
        var problems = new List<Problem>();
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.chat", SearchOption.AllDirectories) : [];
        var samples = files.Order(StringComparer.Ordinal).Select(f => Read(File.ReadAllText(f), Path.GetRelativePath(folder, f).Replace('\\', '/'), problems));
        return ([.. samples.OfType<ChatSample>()], problems);
    }

    /// <summary>Reads one sample.</summary>
    /// <param name="shownAs">Its path in problems; it ends in the locale and <c>.chat</c>.</param>
    /// <returns>The sample; null when anything is wrong with it.</returns>
    public static ChatSample? Read(string text, string shownAs, ICollection<Problem> problems)
    {
        var before = problems.Count;
        var parts = Path.GetFileName(shownAs).Split('.');
        if (parts.Length != 3 || !Locales.All.Contains(parts[1]))
        {
            problems.Add(new(shownAs, 0, "A sample is called name.zh.chat or name.en.chat."));
            return null;
        }

        var name = shownAs.Replace("/samples/", "/")[..^".chat".Length];
        var sample = new ChatSampleReader(shownAs, problems).Read(text.ReplaceLineEndings("\n").Split('\n'), name, parts[1]);
        return problems.Count == before ? sample : null;
    }
}
