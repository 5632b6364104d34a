using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Roster;

/// <summary>How a single change of the roster is said.</summary>
public sealed record UpdateHow : Reply;

/// <summary>A single change, asked for a yes.</summary>
/// <param name="Note">Set when the roster has changed since the last preview.</param>
public sealed record UpdatePreview(Reply? Note, IReadOnlyList<Reply> Parts) : Reply;

/// <summary>It is so already, or may not be; why.</summary>
public sealed record UpdateUnchanged(IReadOnlyList<Reply> Parts) : Reply;

/// <summary>Part of a single change: somebody is taken off.</summary>
public sealed record EntryRemoved(IReadOnlyList<Reply> Lines) : Reply;

/// <summary>Written.</summary>
public sealed record RosterUpdated : Reply;
