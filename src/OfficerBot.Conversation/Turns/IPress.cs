using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Turns;

/// <summary>Makes files of what dialogs decide to hand out. The dialogs know no file formats.</summary>
public interface IPress
{
    /// <summary>A contact card (.vcf).</summary>
    ReplyFile ContactCard(Person person, Unit unit);

    /// <summary>A table of leads (.xlsx).</summary>
    /// <param name="title">Title row, Chinese.</param>
    /// <param name="note">Foot note: who asked and when.</param>
    ReplyFile LeadSheet(string title, IReadOnlyList<Lead> leads, RosterBook roster, Domain.Notices.Notice notice, string note);

    /// <summary>The roster in the notice's layout (000-22) with roles (.xlsx); importing it again changes nothing.</summary>
    ReplyFile RosterSheet(string title, RosterBook roster, string note);
}
