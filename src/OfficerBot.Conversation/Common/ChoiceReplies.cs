using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Common;

/// <summary>Looks like a unit, but is not on the roster.</summary>
public sealed record UnknownUnit(string Words, IReadOnlyList<IReadOnlyDictionary<string, string>> Nearest) : Reply;

/// <summary>The same, when no unit of the roster is near.</summary>
public sealed record UnknownUnitPlain(string Words) : Reply;

/// <summary>Looks like a person, but is not on the roster.</summary>
public sealed record UnknownPerson(string Words) : Reply;

/// <summary>Several units fit; the choices are numbered.</summary>
public sealed record AmbiguousUnit(string Words, IReadOnlyList<Reply> Choices) : Reply;

/// <summary>One choice of ambiguous_unit.</summary>
public sealed record UnitChoice(int Number, IReadOnlyDictionary<string, string> Unit) : Reply;

/// <summary>Several people fit; the choices are numbered.</summary>
/// <param name="Picks">What to say, or tap, for each.</param>
public sealed record AmbiguousPerson(string Words, IReadOnlyList<Reply> Choices, IReadOnlyList<Reply> Picks) : Reply;

/// <summary>What to say for one of several choices.</summary>
public sealed record ChoicePick(int Number) : Reply;

/// <summary>One choice of ambiguous_person.</summary>
public sealed record PersonChoice(int Number, IReadOnlyDictionary<string, string> Name, IReadOnlyDictionary<string, string> Unit, string Title) : Reply;

/// <summary>A unit was recognised by its sound only; asked before anything is written.</summary>
public sealed record FuzzyUnit(string Words, IReadOnlyDictionary<string, string> Unit) : Reply;
