using System.Text.Json;
using NodaTime;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.People;
using OfficerBot.Domain.Text;
using OfficerBot.Protocol.Activities;
using OfficerBot.Turns;

namespace OfficerBot.Doors;

/// <summary>
/// Turns an activity into what was said. Nothing further in sees the wire. The sender's <c>localTimestamp</c> stays outside: what is due, late or today is
/// the office's to say, and a telephone set to yesterday, or to another zone, must not file a lead for yesterday.
/// </summary>
internal static class ActivityWords
{
    private static readonly string[] PictureTypes = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    /// <summary>Teams' name for the undoing of a deletion.</summary>
    private const string Undeleted = "undeleteMessage";

    /// <summary>True for files that are kept as pictures of leads.</summary>
    public static bool IsPicture(string contentType) => PictureTypes.Contains(contentType, StringComparer.OrdinalIgnoreCase);

    /// <summary>What kind of saying it is. Teams tells of edits and deletions in its channel data, too.</summary>
    public static string KindOf(Activity activity) => EventOf(activity) switch
    {
        "editMessage" or Undeleted when activity.Type == ActivityTypes.Message => ActivityTypes.MessageUpdate,
        "softDeleteMessage" when activity.Type is ActivityTypes.Message or ActivityTypes.MessageUpdate => ActivityTypes.MessageDelete,
        _ => activity.Type!, // refused before without
    };

    /// <summary>True when a deletion was undone.</summary>
    public static bool IsUndeleted(Activity activity) => EventOf(activity) == Undeleted;

    /// <summary>What was said; null for activities that are no turn (typing, events, unknown types).</summary>
    /// <param name="target">The channel's id of the message: of the new one, or of the one edited or deleted.</param>
    public static Said? Of(Activity activity, Account by, Chat where, Instant at, string? target, ReceivedFiles files) => KindOf(activity) switch
    {
        ActivityTypes.Message => Words(activity, by, where, at, target, files),
        ActivityTypes.MessageUpdate => new Said.Edited(by, where, at, target, TextOf(activity)) { IsBack = IsUndeleted(activity) },
        ActivityTypes.MessageDelete => new Said.Deleted(by, where, at, target),
        _ => null,
    };

    private static Said.Words Words(Activity activity, Account by, Chat where, Instant at, string? message, ReceivedFiles files)
    {
        var text = TextOf(activity);
        return new(by, where, at, message, text, files.Pictures, files.Others, IsCalled(activity, where, text), activity.ReplyToId)
        {
            Lost = files.Lost,
            HasUnseen = UnseenFiles.AreIn(activity),
        };
    }

    // Our own page has no mentions: there a name typed counts. A channel's entities are the channel's word, a typed name is anybody's. Whoever taps a
    // card's button speaks to the bot whose card it is.
    private static bool IsCalled(Activity activity, Chat where, string text) => Mentions.OfReceiver(activity)
        || (where.Channel == DirectLineWriter.Channel && Calling.IsCalled(text)) || CardPress.WordsIn(activity.Value) is not null;

    // A card's button submits its words as the value.
    private static string TextOf(Activity activity) => CleanText.Of(activity.Text is { Length: > 0 } text ? text : CardPress.WordsIn(activity.Value) ?? "");

    private static string? EventOf(Activity activity) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("eventType", out var name) && name.ValueKind == JsonValueKind.String
            ? name.GetString()
            : null;
}

/// <summary>Files that came with a message: pictures are kept, others are read by the dialog that wants them.</summary>
internal sealed record ReceivedFiles(IReadOnlyList<Picture> Pictures, IReadOnlyList<SaidFile> Others)
{
    public static ReceivedFiles None { get; } = new([], []);

    /// <summary>Names of files that could not be had.</summary>
    public IReadOnlyList<string> Lost { get; init; } = [];
}
