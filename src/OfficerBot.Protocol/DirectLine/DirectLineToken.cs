namespace OfficerBot.Protocol.DirectLine;

/// <summary>What a token says, after its signature has been checked.</summary>
/// <param name="ConversationId">The only conversation it opens.</param>
/// <param name="User">Who holds it; null when the client may name itself.</param>
/// <param name="Origins">Pages that may use it; empty for any that the site allows.</param>
/// <param name="Expires">End of its life.</param>
public sealed record DirectLineToken(string ConversationId, DirectLineUser? User, IReadOnlyList<string> Origins, DateTimeOffset Expires);
