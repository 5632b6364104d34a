using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Contacts;

/// <summary>One person's contact.</summary>
public sealed record ContactFound(IReadOnlyDictionary<string, string> Name, IReadOnlyDictionary<string, string> Unit, string Title, string Phone) : Reply;

/// <summary>A person without a phone on the roster.</summary>
public sealed record ContactWithoutPhone(IReadOnlyDictionary<string, string> Name, IReadOnlyDictionary<string, string> Unit, string Title) : Reply;

/// <summary>Several contacts, a line each.</summary>
/// <param name="LeftOut">Whose people were left out, as asked; null for nobody's.</param>
public sealed record ContactsFound(int Count, IReadOnlyList<Reply> People, Reply? LeftOut) : Reply;

/// <summary>The people of a unit who fit.</summary>
public sealed record ContactsOfUnit(IReadOnlyDictionary<string, string> Unit, IReadOnlyList<Reply> People) : Reply;

/// <summary>A unit without an officer; whoever else is on the roster.</summary>
public sealed record NoOfficerNamed(IReadOnlyDictionary<string, string> Unit, IReadOnlyList<Reply> People) : Reply;

/// <summary>Nobody of the unit holds the post asked for; who reports for it.</summary>
public sealed record NobodyInPost(IReadOnlyDictionary<string, string> Unit, string Title, IReadOnlyList<Reply> People) : Reply;

/// <summary>A number that is on nobody's entry.</summary>
public sealed record UnknownPhone(string Phone) : Reply;

/// <summary>Asked for a contact without saying whose.</summary>
public sealed record WhoseContact : Reply;
