using NodaTime;
using OfficerBot.Domain.People;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Storage.Rows;

/// <summary>Where a message stands.</summary>
public enum OutgoingState
{
    /// <summary>To be sent.</summary>
    Pending = 0,

    /// <summary>The channel took it.</summary>
    Sent = 1,

    /// <summary>The channel refused it for good.</summary>
    Failed = 2,

    /// <summary>It was no longer worth sending.</summary>
    Dropped = 3,
}

/// <summary>A message to be sent.</summary>
/// <param name="Group">Null for what is said to strangers.</param>
/// <param name="Key">Unique for ever inside the group.</param>
/// <param name="Card">Messages of one card and chat replace each other in place; null: one of its own.</param>
/// <param name="Reply">The reply's name.</param>
/// <param name="Values">Its values as JSON text.</param>
/// <param name="Rendered">What is sent, as JSON text; retries send the same.</param>
/// <param name="At">When it was decided.</param>
public sealed record NewOutgoing(
    GroupId? Group, string Key, string? Card, ChatId Chat, string Reply, string Values, string Locale, string Rendered, Instant At);

/// <summary>A message as kept.</summary>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="ActivityId">The channel's id once sent, where it gave one.</param>
public sealed record OutgoingRow(
    long Id, GroupId? Group, string Key, string? Card, ChatId Chat, string Reply, string Values, string Locale, string Rendered,
    OutgoingState State, int Attempts, Instant? SentAt, string? ActivityId, Instant CreatedAt);
