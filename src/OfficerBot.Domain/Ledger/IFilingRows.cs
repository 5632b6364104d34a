using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.People;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Ledger;

/// <summary>Filings and standings.</summary>
public interface IFilingRows
{
    /// <summary>Appends a filing; gives it back with its row id.</summary>
    Filing Add(Filing filing);

    /// <summary>Voids a filing by a further row. Voiding twice does nothing.</summary>
    void Void(long filing, PersonId? by, Instant at, string reason);

    /// <summary>Filings in force of a slot, oldest first.</summary>
    IReadOnlyList<Filing> Of(Slot slot);

    /// <summary>Filings in force of a unit at a slot.</summary>
    IReadOnlyList<Filing> Of(Slot slot, UnitId unit);

    /// <summary>Filings in force that rest on a lead.</summary>
    IReadOnlyList<Filing> OfLead(LeadId lead);

    /// <summary>Notes which message of a channel made a filing that rests on no lead.</summary>
    void MadeBy(long filing, ChatId chat, string message);

    /// <summary>Filings in force of which that was noted.</summary>
    IReadOnlyList<Filing> OfMessage(ChatId chat, string message);

    /// <summary>Those of a message that were voided last, if it was for this reason.</summary>
    IReadOnlyList<Filing> TakenBack(ChatId chat, string message, string reason);

    /// <summary>Per unit the kinds of filing in force at a slot: the quick form behind 谁还没报.</summary>
    IReadOnlyDictionary<UnitId, FiledKinds> KindsAt(Slot slot);

    /// <summary>The kinds in force of one unit.</summary>
    FiledKinds KindsAt(Slot slot, UnitId unit);

    /// <summary>The standing in force (the newest row) of each unit at a slot; empty before it was closed.</summary>
    IReadOnlyList<Standing> StandingsOf(Slot slot);

    /// <summary>The standing in force of one unit; null before the slot was closed.</summary>
    Standing? StandingOf(Slot slot, UnitId unit);

    /// <summary>Standings in force of a duty between two local date-times (second exclusive).</summary>
    IReadOnlyList<Standing> Standings(DutyId duty, LocalDateTime from, LocalDateTime to);

    /// <summary>Appends a standing row; the newest of a unit and slot is in force.</summary>
    Standing Add(Standing standing);
}
