using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.RollCalls;

/// <summary>Units by the number of their leads.</summary>
/// <param name="Asked">The days.</param>
/// <param name="Category">Set when only one category was counted.</param>
/// <param name="Units">How many were compared.</param>
/// <param name="Lines">One a place.</param>
/// <param name="Own">Where the asker's unit stands; null where it is among the lines, or is none of his business.</param>
public sealed record RankingShown(Reply Asked, Reply? Category, int Units, IReadOnlyList<Reply> Lines, Reply? Own, Reply? LeftOut) : Reply;

/// <summary>Nobody of those asked about has a lead in those days.</summary>
public sealed record NothingToRank(Reply Asked, Reply? Category, Reply? LeftOut) : Reply;

/// <summary>A place, with all who share it.</summary>
public sealed record RankedLine(int Place, IReadOnlyList<IReadOnlyDictionary<string, string>> Units, int Count) : Reply;

/// <summary>A place counted from the end.</summary>
public sealed record RankedFromBottom(int Place, IReadOnlyList<IReadOnlyDictionary<string, string>> Units, int Count) : Reply;

/// <summary>Those without a lead.</summary>
public sealed record RankedNone(int Count, IReadOnlyList<IReadOnlyDictionary<string, string>> Units) : Reply;

/// <summary>Asked about by name, and not among those compared: owes no leads and filed none, or is left out.</summary>
public sealed record NotRanked(IReadOnlyList<IReadOnlyDictionary<string, string>> Units) : Reply;

/// <summary>Where the asker's unit stands.</summary>
public sealed record RankedOwn(IReadOnlyDictionary<string, string> Unit, int Place, int Count) : Reply;

/// <summary>The one category that was counted.</summary>
public sealed record RankedCategory(IReadOnlyDictionary<string, string> Category) : Reply;
