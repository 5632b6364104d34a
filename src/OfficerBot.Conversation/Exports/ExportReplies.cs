using NodaTime;
using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Exports;

/// <summary>A table of leads was handed out.</summary>
/// <param name="Of">Whose, where it is not everybody's.</param>
public sealed record LeadsExported(Reply? Of, int Count, LocalDate First, LocalDate Last, Reply? LeftOut) : Reply;

/// <summary>There is nothing to put into the table.</summary>
/// <param name="Of">Whose, where it is not everybody's.</param>
public sealed record NoLeadsToExport(Reply? Of, LocalDate First, LocalDate Last, Reply? LeftOut) : Reply;

/// <summary>The roster was handed out.</summary>
public sealed record RosterExported(int Units, int People) : Reply;

/// <summary>A part of the roster was asked for; only the whole can be had.</summary>
public sealed record RosterOnlyWhole : Reply;

/// <summary>In a group: the file went to the asker's private chat.</summary>
public sealed record ExportedInPrivate : Reply;

/// <summary>In a group, from somebody who cannot be reached in private: no file is put into a group.</summary>
public sealed record ExportNeedsPrivate : Reply;

/// <summary>Asked for a table the bot does not make.</summary>
public sealed record ExportWhat : Reply;
