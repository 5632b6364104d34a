using OfficerBot.Conversation.Content;

namespace OfficerBot.Tests.Conversation.Content;

/// <summary>A content folder of one topic in a temporary place.</summary>
public sealed class ContentFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("officerbot-content-");

    public ContentFolder(string contract, string zh, string en, string topic = "leads")
    {
        Write(topic, "contract", contract);
        Write(topic, "zh", zh);
        Write(topic, "en", en);
    }

    public string Path => _folder.FullName;

    public LoadResult Load(string? overriding = null, Func<string, string, string?>? understands = null) =>
        ReplyContent.Load(Path, overriding, understands);

    public IReadOnlyList<string> Problems() => [.. Load().Problems.Select(p => p.ToString())];

    public void Write(string topic, string file, string text)
    {
        var folder = _folder.CreateSubdirectory(topic);
        File.WriteAllText(System.IO.Path.Combine(folder.FullName, file + ".yaml"), text);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
