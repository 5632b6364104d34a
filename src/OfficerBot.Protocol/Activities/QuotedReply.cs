using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OfficerBot.Protocol.Activities;

/// <summary>
/// The message a reply quotes, as Teams tells of it: newer clients by a <c>quotedReply</c> entity and a mark in the text, others by a block of HTML in an
/// attachment that repeats the text. Elsewhere a reply names its message by <c>replyToId</c> alone.
/// </summary>
/// <param name="MessageId">The channel's id of the message; null where it is not told.</param>
/// <param name="SenderId">Who wrote it, as that place has it; null where it is not told.</param>
/// <param name="Text">Its words or their beginning; may be empty.</param>
public sealed partial record QuotedReply(string? MessageId, string? SenderId, string Text)
{
    /// <summary>Longer HTML is no message of a person.</summary>
    private const int LongestHtml = 100_000;

    /// <summary>What the activity quotes; null when nothing is told.</summary>
    public static QuotedReply? Of(Activity activity) =>
        (activity.Entities ?? []).Where(e => string.Equals(e.Type, "quotedReply", StringComparison.OrdinalIgnoreCase)).Select(OfEntity).FirstOrDefault(q => q is not null)
        ?? (activity.Attachments ?? []).Select(OfHtml).FirstOrDefault(q => q is not null);

    /// <summary>The text without the mark that stands for the quote.</summary>
    public static string WithoutMark(string text) => text.Contains("<quoted", StringComparison.Ordinal) ? Mark().Replace(text, "").TrimStart() : text;

    private static QuotedReply? OfEntity(Entity entity)
    {
        if (entity.Properties is null || !entity.Properties.TryGetValue("quotedReply", out var quoted) || quoted.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return new(Word(quoted, "messageId"), Word(quoted, "senderId"), Word(quoted, "preview") ?? "");
    }

    private static QuotedReply? OfHtml(Attachment attachment)
    {
        if (attachment.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) != true
            || attachment.Content is not { ValueKind: JsonValueKind.String } content || content.GetString() is not { Length: <= LongestHtml } html
            || Block().Match(html) is not { Success: true } block)
        {
            return null;
        }

        var inside = block.Groups["inside"].Value;
        var words = Words().Match(inside);
        return new(
            Id(block.Groups["head"].Value), Sender().Match(inside) is { Success: true } sender ? Id(sender.Value) : null,
            words.Success ? WebUtility.HtmlDecode(Tag().Replace(words.Groups["words"].Value, "")).Trim() : "");
    }

    private static string? Id(string tag) => ItemId().Match(tag) is { Success: true } id ? WebUtility.HtmlDecode(id.Groups["id"].Value) : null;

    private static string? Word(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex("<quoted\\b[^>]*>(\\s*</quoted>)?", RegexOptions.NonBacktracking)]
    private static partial Regex Mark();

    [GeneratedRegex("(?<head><blockquote\\b[^>]*http://schema\\.skype\\.com/Reply[^>]*>)(?<inside>[^\\0]*?)</blockquote>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Block();

    [GeneratedRegex("<strong\\b[^>]*itemprop=\"mri\"[^>]*>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Sender();

    [GeneratedRegex("<p\\b[^>]*itemprop=\"(copy|preview)\"[^>]*>(?<words>[^\\0]*?)</p>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Words();

    [GeneratedRegex("itemid=\"(?<id>[^\"]*)\"", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex ItemId();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
