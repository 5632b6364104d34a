using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Common;

/// <summary>To the liaison: an account bound to nobody wrote; he may answer who it is.</summary>
/// <param name="Account">Our number of the account.</param>
/// <param name="Name">Display name from the channel, untrusted.</param>
public sealed record UnknownAccount(string Account, string Name) : Reply;
