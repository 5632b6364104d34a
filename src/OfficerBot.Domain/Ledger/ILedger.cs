using NodaTime;
using OfficerBot.Domain.Notices;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Ledger;

/// <summary>
/// The books of one group inside one turn. Synchronous: it is used only on the single writer, inside the turn's transaction, so that a turn reads
/// what it wrote itself and a failing turn leaves nothing. Also given read-only to pages; then every writing member throws
/// <see cref="InvalidOperationException"/>.
/// </summary>
public interface ILedger
{
    /// <summary>The notice in force.</summary>
    Notice Notice { get; }

    /// <summary>The roster in force, with changes made in this turn.</summary>
    RosterBook Roster { get; }

    /// <summary>Leads with their versions and pictures.</summary>
    ILeadRows Leads { get; }

    /// <summary>Filings and standings.</summary>
    IFilingRows Filings { get; }

    /// <summary>Reports, their edits, files and deliveries.</summary>
    IReportRows Reports { get; }

    /// <summary>Changes of the roster.</summary>
    IRosterRows RosterChanges { get; }

    /// <summary>Accounts, bindings and chats.</summary>
    IPeopleRows People { get; }

    /// <summary>Who asked for what (000-25): look-ups of people, exports, documents. Holds ids and kinds, no message text.</summary>
    /// <param name="what">A fixed word, for example <c>contact.phone</c>, <c>export.leads</c>.</param>
    /// <param name="about">Row ids or a range; no names, no numbers of phones.</param>
    void Audit(PersonId? who, string what, string about, Instant at);
}
