using System.Text;
using System.Text.Json;
using OfficerBot.Domain.Leads;
using OfficerBot.Conversation.Turns;
using OfficerBot.Protocol.Activities;
using OfficerBot.Protocol.Connector;
using OfficerBot.Protocol.DirectLine;
using OfficerBot.Storage;
using OfficerBot.Storage.Rows;
using OfficerBot.Turns;

namespace OfficerBot.Doors;

/// <summary>Fetches the files of a channel's message, all at once, before its turn begins. What cannot be had is named and the turn goes on.</summary>
internal sealed class IncomingFiles(AttachmentDownload download, FilesAhead ahead)
{
    /// <summary>As for uploads on the page.</summary>
    private const int MostBytes = 10 * 1024 * 1024;

    private const int MostFiles = 10;

    private const int LongestName = 120;

    private const string TeamsFile = "application/vnd.microsoft.teams.file.download.info";

    /// <summary>A channel waits 15 s for its answer, and the turn comes after.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <summary>True when there is something to fetch.</summary>
    public static bool AreIn(Activity activity) => activity.Attachments is { Count: > 0 } all && all.Any(IsOne);

    /// <summary>True for an attachment that is a file.</summary>
    public static bool IsOne(Attachment attachment) => AddressOf(attachment) is not null;

    /// <summary>Fetches them and makes them ready; never throws for what is outside.</summary>
    /// <param name="channel">The channel's name in accounts.</param>
    /// <param name="user">The sender's id there.</param>
    public async Task<FetchedFiles> FetchAsync(Activity activity, string channel, string user, CancellationToken cancel)
    {
        var wanted = (activity.Attachments ?? []).Where(a => AddressOf(a) is not null).ToList();
        var fetched = await Task.WhenAll(wanted.Take(MostFiles).Select(a => FetchAsync(a, cancel)));
        var lost = wanted.Take(MostFiles).Where((_, i) => fetched[i] is null).Concat(wanted.Skip(MostFiles)).Select(NameOf);
        var ready = await ahead.MakeAsync(channel, user, fetched.OfType<SaidFile>(), keepsAll: false, cancel);
        return new(ready, [.. lost.Take(MostFiles)]);
    }

    private async Task<SaidFile?> FetchAsync(Attachment attachment, CancellationToken cancel)
    {
        var address = AddressOf(attachment)!; // only those with one are fetched
        var bytes = address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? Inline(address)
            : Uri.TryCreate(address, UriKind.Absolute, out var uri)
                && await download.FetchAsync(uri, attachment.ContentType != TeamsFile, MostBytes, Patience, cancel) is Download.Got got ? got.Bytes
            : null;
        var name = NameOf(attachment);
        return bytes is { Length: > 0 } && FileKind.Detect(bytes, name) is { } type ? new(name, type, bytes) : null;
    }

    // Cards lie in the activity itself; Teams repeats formatted text as text/html.
    private static string? AddressOf(Attachment attachment) => attachment switch
    {
        { ContentType: TeamsFile, Content: { ValueKind: JsonValueKind.Object } info } =>
            info.TryGetProperty("downloadUrl", out var url) && url.ValueKind == JsonValueKind.String ? url.GetString() : null,
        { ContentUrl: { Length: > 0 } url, ContentType: var type } when type?.StartsWith("application/vnd.microsoft.", StringComparison.OrdinalIgnoreCase) != true
            && type?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) != true => url,
        _ => null,
    };

    private static byte[]? Inline(string address)
    {
        var comma = address.IndexOf(";base64,", StringComparison.OrdinalIgnoreCase);
        var bytes = new byte[comma < 0 ? 0 : (address.Length - comma) * 3 / 4];
        return comma >= 0 && Convert.TryFromBase64Chars(address.AsSpan(comma + 8), bytes, out var count) ? bytes[..count] : null;
    }

    private static string NameOf(Attachment attachment)
    {
        var last = (attachment.Name ?? "").Split('/', '\\')[^1];
        var clean = string.Concat(last.EnumerateRunes().Where(r => !Rune.IsControl(r))).Trim();
        var name = clean.Length > LongestName ? clean[^LongestName..] : clean;
        return name.Length == 0 ? "file" : char.IsLowSurrogate(name[0]) ? name[1..] : name;
    }
}

/// <summary>Files as they came, ready for the turn.</summary>
/// <param name="Lost">Names of those that could not be had, or are of a kind that is not taken.</param>
internal sealed record FetchedFiles(IReadOnlyList<ReadyFile> Files, IReadOnlyList<string> Lost)
{
    public static FetchedFiles None { get; } = new([], []);

    /// <summary>Hands out the pictures, inside a job of the writer.</summary>
    public ReceivedFiles Keep(WriteSession session)
    {
        if (Files.Count == 0 && Lost.Count == 0)
        {
            return ReceivedFiles.None;
        }

        var pictures = new List<Picture>();
        foreach (var (file, key) in Files)
        {
            if (key is not null)
            {
                session.Uploads.Add(new UploadRow(UnguessableKey.New(), null, file.Name, file.ContentType, key, null));
                pictures.Add(new Picture(key, file.ContentType, file.Name, file.Bytes.Length));
            }
        }

        return new(pictures, [.. Files.Where(f => f.Key is null).Select(f => f.File)]) { Lost = Lost };
    }
}
