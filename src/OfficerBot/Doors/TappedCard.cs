using System.Text.Json.Nodes;
using OfficerBot.Domain.People;
using OfficerBot.Storage;

namespace OfficerBot.Doors;

/// <summary>A card that somebody tapped in a group, by our own books: what the card itself says of it could have been changed.</summary>
internal static class TappedCard
{
    /// <summary>True when it was put to this account and to no other.</summary>
    public static bool IsPutTo(Session session, Chat chat, Account account, string? card) => AskedBy(session, chat, card) == account.User;

    /// <summary>True when it was put to another.</summary>
    public static bool IsPutToAnother(Session session, Chat chat, Account account, string? card) =>
        chat.IsGroup && AskedBy(session, chat, card) is { } asked && asked != account.User;

    // An answer in a group names its receiver; what is said unasked names none, and of what is long past nothing is known.
    private static string? AskedBy(Session session, Chat chat, string? card) =>
        card is not null && session.Outbox.SentAs(chat.Id, card, Quotes.LookedThrough) is { Rendered.Length: > 0 } sent
            ? (string?)JsonNode.Parse(sent.Rendered)!["recipient"]?["id"] // we wrote it
            : null;
}
