using OfficerBot.Conversation.Turns;
using OfficerBot.Documents.Cards;
using OfficerBot.Documents.Sheets;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Notices;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Files;

/// <summary>Makes files of what dialogs hand out, with the writers of Documents.</summary>
internal sealed class Press : IPress
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public ReplyFile ContactCard(Person person, Unit unit) =>
        new($"{person.Name}.vcf", VCard.ContentType, VCard.Write(new Contact(person.Name, unit.Name, person.Title, person.Phone is { } p ? [p] : [])));

    public ReplyFile LeadSheet(string title, IReadOnlyList<Lead> leads, RosterBook roster, Notice notice, string note) =>
        throw new NotImplementedException();

    public ReplyFile RosterSheet(string title, RosterBook roster, string note) => throw new NotImplementedException();
}
