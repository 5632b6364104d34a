using NodaTime;
using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Exports;

/// <summary>A table of leads was handed out.</summary>
public sealed record LeadsExported(int Count, LocalDate First, LocalDate Last, Reply? LeftOut) : Reply;

/// <summary>There is nothing to put into the table.</summary>
public sealed record NoLeadsToExport(LocalDate First, LocalDate Last, Reply? LeftOut) : Reply;

/// <summary>The roster was handed out.</summary>
public sealed record RosterExported(int Units, int People) : Reply;

/// <summary>In a group: the file went to the asker's private chat.</summary>
public sealed record ExportedInPrivate : Reply;

/// <summary>In a group, from somebody who cannot be reached in private: no file is put into a group.</summary>
public sealed record ExportNeedsPrivate : Reply;

/// <summary>Asked for a table the bot does not make.</summary>
public sealed record ExportWhat : Reply;
