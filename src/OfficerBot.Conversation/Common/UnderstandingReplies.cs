using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Common;

/// <summary>A question of the bot was left overnight; nothing was done.</summary>
public sealed record QuestionLapsed : Reply;

/// <summary>Nothing fits; the nearest things the bot can do, as choices.</summary>
public sealed record NotUnderstood(IReadOnlyList<string> Suggestions) : Reply;

/// <summary>Nothing fits, and nothing is near.</summary>
public sealed record NotUnderstoodPlain : Reply;

/// <summary>Probably understood, but it would change something, so the bot asks first.</summary>
public sealed record NotSure(IReadOnlyList<string> Intent) : Reply;

/// <summary>Understood, but the bot cannot do this yet; what to do meanwhile.</summary>
public sealed record NotYet(IReadOnlyList<string> Intent) : Reply;

/// <summary>A yes, no or cancel while nothing was asked.</summary>
public sealed record NothingPending : Reply;

/// <summary>What was begun is dropped; nothing was changed.</summary>
public sealed record Cancelled : Reply;

/// <summary>A no to a question; nothing was changed.</summary>
public sealed record LeftAsIs : Reply;

/// <summary>An empty message that called the bot.</summary>
public sealed record NothingInIt : Reply;
