using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.People;
using OfficerBot.Domain.Text;
using OfficerBot.Protocol.Activities;
using OfficerBot.Turns;

namespace OfficerBot.Doors;

/// <summary>Turns an activity into what was said. Nothing further in sees the wire.</summary>
internal static class ActivityWords
{
    private static readonly string[] PictureTypes = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    /// <summary>True for files that are kept as pictures of leads.</summary>
    public static bool IsPicture(string contentType) => PictureTypes.Contains(contentType, StringComparer.OrdinalIgnoreCase);

    /// <summary>What was said; null for activities that are no turn (typing, events, unknown types).</summary>
    /// <param name="target">The channel's id of the message: of the new one, or of the one edited or deleted.</param>
    public static Said? Of(Activity activity, Account by, Chat where, NodaTime.Instant at, string? target, ReceivedFiles files) => activity.Type switch
    {
        ActivityTypes.Message => Words(activity, by, where, at, target, files),
        ActivityTypes.MessageUpdate => new Said.Edited(by, where, at, target, CleanText.Of(TextOf(activity))),
        ActivityTypes.MessageDelete => new Said.Deleted(by, where, at, target),
        _ => null,
    };

    private static Said.Words Words(Activity activity, Account by, Chat where, NodaTime.Instant at, string? message, ReceivedFiles files)
    {
        var text = CleanText.Of(TextOf(activity));
        return new(by, where, at, message, text, files.Pictures, files.Others, MentionsBot(activity) || Calling.IsCalled(text), activity.ReplyToId);
    }

    // A card's button submits its words as the value.
    private static string TextOf(Activity activity) => activity switch
    {
        { Text: { Length: > 0 } text } => text,
        { Value: { ValueKind: System.Text.Json.JsonValueKind.String } value } => value.GetString() ?? "",
        _ => "",
    };

    private static bool MentionsBot(Activity activity) => activity.Recipient?.Id is { } bot && (activity.Entities ?? [])
        .Any(e => string.Equals(e.Type, "mention", StringComparison.OrdinalIgnoreCase) && e.Properties is { } p
            && p.TryGetValue("mentioned", out var who) && who.ValueKind == System.Text.Json.JsonValueKind.Object
            && who.TryGetProperty("id", out var id) && id.ValueKind == System.Text.Json.JsonValueKind.String && id.GetString() == bot);
}

/// <summary>Files that came with a message: pictures are kept, others are read by the dialog that wants them.</summary>
internal sealed record ReceivedFiles(IReadOnlyList<Picture> Pictures, IReadOnlyList<SaidFile> Others)
{
    public static ReceivedFiles None { get; } = new([], []);
}
