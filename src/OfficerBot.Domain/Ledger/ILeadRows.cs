using NodaTime;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.People;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Ledger;

/// <summary>Leads.</summary>
public interface ILeadRows
{
    /// <summary>Files it: gives row id and the next number of its <see cref="NewLead.FiledOn"/> day, and keeps version 1.</summary>
    Lead Add(NewLead lead);

    /// <summary>Keeps a further version and makes it the present one.</summary>
    Lead Amend(Lead amended, PersonId by, Instant at);

    /// <summary>The lead of this number, withdrawn or not, or null.</summary>
    Lead? Find(LeadNumber number);

    /// <summary>The lead of this row id; throws when unknown.</summary>
    Lead Get(LeadId id);

    /// <summary>Leads in the order of their numbers.</summary>
    IReadOnlyList<Lead> Find(LeadQuery query);

    /// <summary>How many leads <see cref="Find(LeadQuery)"/> would give, without reading them (limit ignored).</summary>
    int Count(LeadQuery query);

    /// <summary>The same for each unit; units without any are not in it.</summary>
    IReadOnlyDictionary<UnitId, int> CountByUnit(LeadQuery query);

    /// <summary>The items of one message of a channel, in order.</summary>
    IReadOnlyList<Lead> OfMessage(ChatId chat, string message);

    /// <summary>Where a lead was said; throws when unknown.</summary>
    LeadSource SourceOf(LeadId id);

    /// <summary>A lead in force with the same text (after folding white space) of this unit and for this day, or null.</summary>
    Lead? WithSameText(UnitId unit, LocalDate forDay, string text);

    /// <summary>The newest lead in force filed by this person at or after an instant, or null.</summary>
    Lead? NewestBy(PersonId filedBy, Instant since);

    /// <summary>The lead this person withdrew last, at or after an instant; null when there is none among those filed in the month before it.</summary>
    Lead? NewestWithdrawnBy(PersonId by, Instant since);

    /// <summary>All kept versions, oldest first.</summary>
    IReadOnlyList<LeadVersion> Versions(LeadId id);

    /// <summary>Adds a picture; the bytes already lie in the pictures file. A picture the lead has already is not added again.</summary>
    void AddPicture(LeadId lead, Picture picture, PersonId by, Instant at);

    /// <summary>Its pictures, in the order they came.</summary>
    IReadOnlyList<Picture> Pictures(LeadId lead);
}
