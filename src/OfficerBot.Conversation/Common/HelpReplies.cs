using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Common;

/// <summary>What an officer or deputy can say.</summary>
public sealed record HelpOfficer : Reply;

/// <summary>What a liaison can say.</summary>
public sealed record HelpLiaison : Reply;

/// <summary>What a leader can say.</summary>
public sealed record HelpLeader : Reply;

/// <summary>What somebody on the roster without a role can say.</summary>
public sealed record HelpMember : Reply;
