using NodaTime;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Notices;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Exports;

/// <summary>Makes the tables that are handed out, in the words of the notice.</summary>
public interface ISheetPress
{
    /// <summary>A table of leads (.xlsx).</summary>
    ReplyFile Leads(Notice notice, RosterBook roster, IReadOnlyList<Lead> leads, ExportSaid said);

    /// <summary>The roster in the notice's layout (000-22) with roles (.xlsx); importing it again changes nothing.</summary>
    ReplyFile Roster(Notice notice, RosterBook roster, ExportSaid said);
}

/// <summary>Who asked for a table, when (local), and over which days, both inclusive.</summary>
public sealed record ExportSaid(Person By, LocalDateTime At, LocalDate First, LocalDate Last);
