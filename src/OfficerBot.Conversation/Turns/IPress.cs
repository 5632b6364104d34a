using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Turns;

/// <summary>Makes files of what dialogs decide to hand out. The dialogs know no file formats.</summary>
public interface IPress
{
    /// <summary>A contact card (.vcf).</summary>
    ReplyFile ContactCard(Person person, Unit unit);
}
