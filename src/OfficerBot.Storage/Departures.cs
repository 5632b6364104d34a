using OfficerBot.Domain.People;

namespace OfficerBot.Storage;

/// <summary>What one commit left to be sent, for whoever sends: nothing of it has to be read again.</summary>
/// <param name="Messages">Oldest first.</param>
/// <param name="References">References that were kept anew, changed or lost, and those of chats that can be reached again, in the order they came.</param>
public sealed record Departures(IReadOnlyList<PendingMessage> Messages, IReadOnlyList<ChatReference> References);

/// <summary>A message that waits to be sent.</summary>
/// <param name="Id">Its row; a later message has a greater one.</param>
/// <param name="Card">As in <see cref="Rows.NewOutgoing"/>.</param>
/// <param name="Rendered">What is sent, as JSON text.</param>
public sealed record PendingMessage(long Id, ChatId Chat, string? Card, string Rendered);

/// <summary>The channel's own reference of a chat, as JSON text; null when there is none any more.</summary>
public sealed record ChatReference(ChatId Chat, string? Json);
