using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>What an upload brought: the activity's text and the files, or why it is refused.</summary>
internal sealed record UploadBody(string Activity, IReadOnlyList<Upload> Uploads, Refusal? Refused)
{
    public const int MaxFiles = 10;

    /// <summary>Of one file.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    private const string ActivityType = "application/vnd.microsoft.activity";

    /// <summary>For files that come without an activity.</summary>
    private const string BareMessage = """{"type":"message"}""";

    private const int LongestName = 120;

    public static async Task<UploadBody> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
                ? await ReadPartsAsync(request, HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), cancel)
                : await ReadWholeAsync(request, cancel);
        }
        catch (BadHttpRequestException problem) when (problem.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refuse(Refusal.TooLarge("The upload is too large"));
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or FormatException)
        {
            return Refuse(Refusal.BadSyntax("The upload is malformed or incomplete"));
        }
    }

    private static async Task<UploadBody> ReadPartsAsync(HttpRequest request, string boundary, CancellationToken cancel)
    {
        if (boundary.Length is 0 or > 200)
        {
            return Refuse(Refusal.BadSyntax("multipart without a usable boundary"));
        }

        var body = new UploadBody(BareMessage, [], null);
        var reader = new MultipartReader(boundary, request.Body);
        while (body.Refused is null && await reader.ReadNextSectionAsync(cancel) is { } section)
        {
            body = await body.WithAsync(section, cancel);
        }

        return body;
    }

    private async Task<UploadBody> WithAsync(MultipartSection section, CancellationToken cancel)
    {
        var disposition = DispositionOf(section.ContentDisposition);
        var field = HeaderUtilities.RemoveQuotes(disposition?.Name ?? default).ToString();
        if (field == "activity" || section.ContentType?.StartsWith(ActivityType, StringComparison.OrdinalIgnoreCase) == true)
        {
            var text = await WireBody.ReadAsync(section.Body, cancel);
            return text.Text is null ? Refuse(text.Refused!) : this with { Activity = text.Text }; // one of the two is set
        }

        if (Uploads.Count == MaxFiles)
        {
            return Refuse(Refusal.TooLarge($"At most {MaxFiles} files"));
        }

        var (upload, refused) = await FileAsync(section.Body, NameIn(disposition), cancel);
        return upload is null ? Refuse(refused!) : this with { Uploads = [.. Uploads, upload] }; // one of the two is set
    }

    private static async Task<UploadBody> ReadWholeAsync(HttpRequest request, CancellationToken cancel)
    {
        var name = NameIn(DispositionOf(request.Headers.ContentDisposition.ToString()));
        var (upload, refused) = await FileAsync(request.Body, name, cancel);
        return upload is null ? Refuse(refused!) : new UploadBody(BareMessage, [upload], null); // one of the two is set
    }

    private static async Task<(Upload? Upload, Refusal? Refused)> FileAsync(Stream body, string name, CancellationToken cancel)
    {
        if (await LimitedBytes.ReadAsync(body, MaxBytes, cancel) is not { } bytes)
        {
            return (null, Refusal.TooLarge($"A file may have {MaxBytes / (1024 * 1024)} MiB"));
        }

        if (bytes.Length == 0)
        {
            return (null, Refusal.BadArgument("The file is empty"));
        }

        return FileKind.Detect(bytes, name) is { } type
            ? (new Upload(ConversationIds.New(), name, type, bytes), null)
            : (null, Refusal.BadArgument("Only pictures (PNG, JPEG, GIF, WebP), PDF, xlsx, docx, csv and plain text are taken"));
    }

    // A name without a value, as in "filename*", makes the framework's reader of names throw.
    private static ContentDispositionHeaderValue? DispositionOf(string? header) =>
        ContentDispositionHeaderValue.TryParse(header, out var disposition) && disposition.Parameters.All(p => p.Value.HasValue) ? disposition : null;

    /// <summary>The last part of the sender's path, without control characters; browsers and scripts differ in how much they send.</summary>
    private static string NameIn(ContentDispositionHeaderValue? disposition)
    {
        var given = disposition?.FileNameStar is { Length: > 0 } star ? star : HeaderUtilities.RemoveQuotes(disposition?.FileName ?? default);
        var last = given.ToString().Split('/', '\\')[^1];
        var clean = string.Concat(last.EnumerateRunes().Where(r => !System.Text.Rune.IsControl(r))).Trim();
        return clean.Length == 0 ? "file" : Shortened(clean);
    }

    /// <summary>Keeps the end, where the extension is, and never half a character.</summary>
    private static string Shortened(string name)
    {
        if (name.Length <= LongestName)
        {
            return name;
        }

        var end = name[^LongestName..];
        return char.IsLowSurrogate(end[0]) ? end[1..] : end;
    }

    private static UploadBody Refuse(Refusal refusal) => new(BareMessage, [], refusal);
}
