using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Common;

/// <summary>The first words to a person on the roster; three buttons and one line on what is kept and who sees it.</summary>
public sealed record FirstContact(IReadOnlyDictionary<string, string> Name, IReadOnlyDictionary<string, string> Unit, IReadOnlyDictionary<string, string> Group, Reply Keeping) : Reply;

/// <summary>The same for a liaison or leader, whose three buttons ask instead of report.</summary>
public sealed record FirstContactLiaison(IReadOnlyDictionary<string, string> Name, IReadOnlyDictionary<string, string> Group, Reply Keeping) : Reply;

/// <summary>One line on what is stored and who can see it.</summary>
public sealed record WhatIsKept : Reply;

/// <summary>Answers a greeting, shortly.</summary>
public sealed record GreetingAnswer : Reply;

/// <summary>Answers thanks, shortly.</summary>
public sealed record ThanksAnswer : Reply;

/// <summary>To somebody whose account is bound to nobody; one polite line without data.</summary>
public sealed record Stranger : Reply;

/// <summary>The same, where the channel has not told what he is called; the liaison hears of him once he has said something.</summary>
public sealed record StrangerUnnamed : Reply;

/// <summary>The same, where no liaison can be reached.</summary>
/// <param name="Account">The account's number, which says nothing about anybody.</param>
public sealed record StrangerUntold(string Account) : Reply;

/// <summary>Private, to the liaison, once per account: it wrote what reads like a report into the work group, which was not filed.</summary>
/// <param name="Account">The account's number.</param>
/// <param name="Name">As the channel shows it.</param>
public sealed record UnknownAccountUnfiled(string Account, string Name) : Reply;

/// <summary>Once, into a group chat the bot was added to, which is no work group yet.</summary>
public sealed record GroupHello(Reply Reads) : Reply;

/// <summary>The same, for a chat that is a work group already.</summary>
public sealed record GroupHelloLinked(IReadOnlyDictionary<string, string> Group, Reply Reads) : Reply;

/// <summary>One line on what the bot reads in a group and what it keeps of it.</summary>
public sealed record WhatIsReadInGroups : Reply;

/// <summary>Files that came with a message could not be had; everything else in it was taken.</summary>
public sealed record FilesLost(int Count, IReadOnlyList<string> Names) : Reply;

/// <summary>Something was attached that the platform does not hand to bots; everything else in the message was taken.</summary>
public sealed record FilesUnseen : Reply;

/// <summary>Shown shortly on a card whose button was tapped: the answer comes as a message.</summary>
public sealed record AnswerBelow : Reply;

/// <summary>The same, when the answer goes to another chat.</summary>
public sealed record AnswerElsewhere : Reply;
