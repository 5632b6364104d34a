using NodaTime;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Leads;

/// <summary>What became of something asked of the lead desk; each refusal has its name. Nothing was written when it is a <see cref="Refusal"/>.</summary>
public abstract record LeadResult
{
    private protected LeadResult()
    {
    }

    /// <summary>Filed.</summary>
    /// <param name="ForAnother">代报: credited to a unit that is not the speaker's; its officer is to be told.</param>
    /// <param name="VoidedZero">It took the place of a zero report.</param>
    /// <param name="Standing">For 补报 the further standing row; null when the day is open or stood well already.</param>
    public sealed record Filed(Lead Lead, bool ForAnother, bool VoidedZero, Standing? Standing) : LeadResult;

    /// <summary>The same text came from this unit today already; nothing new was filed.</summary>
    public sealed record Duplicate(Lead Existing) : LeadResult;

    /// <summary>A zero report was filed.</summary>
    /// <param name="Standing">As for <see cref="Filed"/>.</param>
    public sealed record ZeroFiled(Filing Filing, LocalDate Day, Standing? Standing) : LeadResult;

    /// <summary>The zero report does not count any more.</summary>
    public sealed record ZeroWithdrawn(Filing Zero) : LeadResult;

    /// <summary>The unit has said zero for that day already.</summary>
    public sealed record ZeroAlready(Filing Existing, LocalDate Day) : LeadResult;

    /// <summary>Changed; a further version stands.</summary>
    /// <param name="Printed">Confirmed reports that print an earlier version.</param>
    public sealed record Amended(Lead Before, Lead After, IReadOnlyList<Report> Printed, Standing? Standing) : LeadResult;

    /// <summary>It is so already.</summary>
    public sealed record Unchanged(Lead Lead) : LeadResult;

    /// <summary>Taken back.</summary>
    /// <param name="Printed">Confirmed reports that print it: a 更正版 may be wanted.</param>
    public sealed record Withdrawn(Lead Lead, IReadOnlyList<Report> Printed) : LeadResult;

    /// <summary>Stands again, under its number.</summary>
    /// <param name="VoidedZero">It took the place of a zero report.</param>
    public sealed record Restored(Lead Lead, bool VoidedZero) : LeadResult;

    /// <summary>A picture joined a lead.</summary>
    public sealed record PictureJoined(Lead Lead) : LeadResult;

    /// <summary>Something was refused; nothing was written.</summary>
    public abstract record Refusal : LeadResult;

    /// <summary>Refused: the speaker's roles do not allow it for this unit.</summary>
    public sealed record NotYours : Refusal;

    /// <summary>Refused: the unit is not on the roster.</summary>
    public sealed record UnitGone : Refusal;

    /// <summary>Refused: the day lies ahead.</summary>
    public sealed record DayAhead(LocalDate Day) : Refusal;

    /// <summary>Refused: the work had not begun.</summary>
    public sealed record BeforeBegin(LocalDate Day, LocalDate Begins) : Refusal;

    /// <summary>Refused: nothing in it.</summary>
    public sealed record TextMissing : Refusal;

    /// <summary>Refused: the notice has no such category.</summary>
    public sealed record NoSuchCategory(int Category) : Refusal;

    /// <summary>Refused: a zero report on a day for which the unit has leads.</summary>
    public sealed record HasLeads(LocalDate Day, IReadOnlyList<Lead> Leads) : Refusal;

    /// <summary>Refused: no daily lead duty on that day, so there is nothing to report zero for.</summary>
    public sealed record NothingDue(LocalDate Day) : Refusal;

    /// <summary>Refused: it was taken back before.</summary>
    public sealed record WithdrawnBefore(Lead Lead) : Refusal;

    /// <summary>Refused: it was never taken back.</summary>
    public sealed record NotWithdrawn(Lead Lead) : Refusal;

    /// <summary>Refused: somebody else took it back, who may restore it.</summary>
    public sealed record WithdrawnByAnother(Lead Lead, PersonId By) : Refusal;

    /// <summary>Refused: it was taken back on an earlier day.</summary>
    public sealed record WithdrawnTooLongAgo(Lead Lead, LocalDate Day) : Refusal;

    /// <summary>Refused: the speaker filed nothing in the last ten minutes that a picture could belong to.</summary>
    public sealed record NoRecentLead : Refusal;
}
