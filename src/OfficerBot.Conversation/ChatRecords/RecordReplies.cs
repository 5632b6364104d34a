using NodaTime;
using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.ChatRecords;

/// <summary>What a pasted chat record would file; asked for a yes.</summary>
/// <param name="Lines">Entries to be filed, then more_lines.</param>
/// <param name="Doubts">Entries left out with the reason.</param>
public sealed record RecordPreview(int Leads, int Zeros, IReadOnlyList<Reply> Lines, Reply? More, IReadOnlyList<Reply> Doubts, Reply? Chatter) : Reply;

/// <summary>A record with nothing to file.</summary>
public sealed record RecordEmpty(IReadOnlyList<Reply> Doubts, Reply? Chatter) : Reply;

/// <summary>A lead of the record.</summary>
public sealed record RecordLead(int Number, string Sender, LocalDateTime At, IReadOnlyDictionary<string, string> Unit, string Title) : Reply;

/// <summary>A zero report of the record.</summary>
public sealed record RecordZero(int Number, string Sender, LocalDateTime At, IReadOnlyDictionary<string, string> Unit) : Reply;

/// <summary>Messages that are no leads.</summary>
public sealed record RecordChatter(int Count) : Reply;

/// <summary>Left out: nobody of the roster.</summary>
public sealed record DoubtUnknownSender(string Sender, int Count) : Reply;

/// <summary>Left out: several people of that name.</summary>
public sealed record DoubtSenderAmbiguous(string Sender, int Count) : Reply;

/// <summary>Left out: perhaps a lead.</summary>
public sealed record DoubtNotSure(string Sender, string Title) : Reply;

/// <summary>Left out: filed before.</summary>
public sealed record DoubtFiledBefore(string Sender, string Number) : Reply;

/// <summary>Left out: twice in the record.</summary>
public sealed record DoubtTwice(string Sender, string Title) : Reply;

/// <summary>Left out: a unit that is not clear.</summary>
public sealed record DoubtUnit(string Sender, string Words) : Reply;

/// <summary>Left out: the day lies ahead or before the work began.</summary>
public sealed record DoubtDay(string Sender, LocalDate Day) : Reply;

/// <summary>Left out: a zero report of another unit, from somebody who may not give it.</summary>
public sealed record DoubtZeroOfAnother(string Sender, IReadOnlyDictionary<string, string> Unit) : Reply;

/// <summary>Filed: numbers.</summary>
/// <param name="Notes">Entries that were refused at the last moment.</param>
public sealed record RecordFiled(int Leads, int Zeros, IReadOnlyList<string> Numbers, IReadOnlyList<Reply> Notes) : Reply;

/// <summary>One entry that was refused after the yes.</summary>
public sealed record RecordRefused(string Sender, string Title) : Reply;

/// <summary>To an officer whose words somebody else filed out of a chat record.</summary>
public sealed record RecordFiledForYou(IReadOnlyDictionary<string, string> By, IReadOnlyList<string> Numbers) : Reply;
