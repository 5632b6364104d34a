using OfficerBot.Conversation.Turns;
using OfficerBot.Documents.Cards;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Files;

/// <summary>Makes files of what dialogs hand out, with the writers of Documents.</summary>
internal sealed class Press : IPress
{
    public ReplyFile ContactCard(Person person, Unit unit) =>
        new($"{person.Name}.vcf", VCard.ContentType, VCard.Write(new Contact(person.Name, unit.Name, person.Title, person.Phone is { } p ? [p] : [])));
}
