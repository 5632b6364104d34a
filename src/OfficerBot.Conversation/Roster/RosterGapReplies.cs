using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Roster;

/// <summary>What the roster lacks, a part each.</summary>
public sealed record RosterGaps(IReadOnlyList<Reply> Parts) : Reply;

/// <summary>The roster lacks nothing.</summary>
public sealed record RosterWithoutGaps : Reply;

/// <summary>Units without an officer.</summary>
public sealed record UnitsWithoutOfficer(int Count, IReadOnlyList<IReadOnlyDictionary<string, string>> Units) : Reply;

/// <summary>Officers and deputies who have no account here: not in the group as far as the bot knows. At most thirty are named.</summary>
public sealed record PeopleUnmet(int Count, IReadOnlyList<IReadOnlyDictionary<string, string>> People) : Reply;

/// <summary>Officers and deputies without a phone. At most thirty are named.</summary>
public sealed record PeopleWithoutPhone(int Count, IReadOnlyList<IReadOnlyDictionary<string, string>> People) : Reply;
