using NodaTime;
using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Duties;

/// <summary>几点截止: what the speaker's unit owes next, one line a duty.</summary>
public sealed record Deadlines(IReadOnlyList<Reply> Duties) : Reply;

/// <summary>The next due time of a timed duty.</summary>
/// <param name="Left">Time left.</param>
public sealed record DeadlineOf(IReadOnlyDictionary<string, string> Duty, LocalDate Day, LocalTime Due, Duration Left, Reply? Holiday) : Reply;

/// <summary>A daily duty: until the day ends.</summary>
public sealed record DeadlineDaily(IReadOnlyDictionary<string, string> Duty, LocalDate Day, Reply? Holiday) : Reply;

/// <summary>Asked about a day on which nothing timed is due.</summary>
public sealed record NothingDueThen(LocalDate Day) : Reply;

/// <summary>The days the group's timed duty falls due in the coming week.</summary>
public sealed record MakeUpDay(LocalDate Day) : Reply;
