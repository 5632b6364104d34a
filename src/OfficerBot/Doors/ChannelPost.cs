using System.Security.Cryptography;
using System.Text;
using NodaTime;
using OfficerBot.Protocol.Activities;

namespace OfficerBot.Doors;

/// <summary>One activity of a channel on its way to the writer.</summary>
/// <param name="Activity">As it came, but for the text, which is as <see cref="Mentions.PlainText"/> has it.</param>
/// <param name="Kind">See <see cref="ActivityWords.KindOf"/>.</param>
/// <param name="Id">The channel's id of the message it is, or is about.</param>
/// <param name="Mark">Names it among all that came in its conversation; null for kinds that are harmless when they come again.</param>
/// <param name="Press">The tap, for an invoke.</param>
/// <param name="At">Office time of arrival.</param>
/// <param name="Root">Scheme and host by which files are reached.</param>
internal sealed record ChannelPost(Activity Activity, ChannelPlace Place, string Kind, string Id, string? Mark, CardPress? Press, Instant At, string Root)
{
    /// <summary>What came with it, once it has been fetched.</summary>
    public FetchedFiles Files { get; init; } = FetchedFiles.None;

    /// <summary>Number of the fault after which it is told only that it failed; null at first.</summary>
    public string? Fault { get; init; }

    /// <summary>Unique for ever: prefix of the keys of what is sent. The message first: channels count them up, and keys that follow each other are
    /// cheap to add.</summary>
    public string TurnKey => $"turn:{Mark ?? Id}:{Place.Channel}:{Place.Wire}";

    /// <summary>The answers go into the HTTP answer.</summary>
    public bool ExpectsReplies => Activity.DeliveryMode == DeliveryModes.ExpectReplies;

    /// <summary>Of an activity that the door has let in.</summary>
    public static ChannelPost Of(Activity activity, CardPress? press, Instant at, string root)
    {
        var kind = ActivityWords.KindOf(activity);
        var id = activity.Id is { Length: > 0 } given ? given : Turns.UnguessableKey.New();
        var text = QuotedReply.WithoutMark(Mentions.PlainText(activity));
        return new(text == (activity.Text ?? "") ? activity : activity with { Text = text }, ChannelPlace.Of(activity), kind, id, MarkOf(activity, kind), press, at, root);
    }

    // The id of an edit is that of the message, which may be edited again.
    private static string? MarkOf(Activity activity, string kind) => activity.Id is not { Length: > 0 } id ? null : kind switch
    {
        ActivityTypes.Message => id,
        ActivityTypes.Invoke => $"invoke:{id}",
        ActivityTypes.Command => $"command:{id}",
        ActivityTypes.MessageUpdate when ActivityWords.IsUndeleted(activity) => $"undelete:{id}:{activity.Timestamp}",
        ActivityTypes.MessageUpdate => $"{kind}:{id}:{activity.Timestamp}:{HashOf(activity.Text)}",
        ActivityTypes.MessageDelete => $"{kind}:{id}:{activity.Timestamp}",
        _ => null,
    };

    private static string HashOf(string? text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text ?? "")))[..8];
}
