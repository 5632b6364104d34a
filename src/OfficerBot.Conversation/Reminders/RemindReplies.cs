using NodaTime;
using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Reminders;

/// <summary>Asked to remind, and nobody owes.</summary>
public sealed record NobodyToRemind : Reply;

/// <summary>Asked to remind, and none of those who owe can be reached.</summary>
public sealed record NobodyReached(Reply Unreached) : Reply;

/// <summary>Asked to remind at a later time.</summary>
public sealed record RemindOnlyNow : Reply;

/// <summary>Asked to remind in quiet hours: asks whether it cannot wait.</summary>
public sealed record RemindAtNight(LocalTime From, LocalTime Until) : Reply;
