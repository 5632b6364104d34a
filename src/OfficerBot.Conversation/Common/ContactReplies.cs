using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Common;

/// <summary>The first words to a person on the roster; three buttons and one line on what is kept and who sees it.</summary>
public sealed record FirstContact(IReadOnlyDictionary<string, string> Name, IReadOnlyDictionary<string, string> Unit, IReadOnlyDictionary<string, string> Group, Reply Keeping) : Reply;

/// <summary>The same for a liaison or leader, whose three buttons ask instead of report.</summary>
public sealed record FirstContactLiaison(IReadOnlyDictionary<string, string> Name, IReadOnlyDictionary<string, string> Group, Reply Keeping) : Reply;

/// <summary>One line on what is stored and who can see it.</summary>
public sealed record WhatIsKept : Reply;

/// <summary>Answers a greeting or thanks, shortly.</summary>
public sealed record GreetingAnswer : Reply;

/// <summary>To somebody whose account is bound to nobody; one polite line without data.</summary>
public sealed record Stranger : Reply;
