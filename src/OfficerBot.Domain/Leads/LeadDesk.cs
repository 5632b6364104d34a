using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Leads;

/// <summary>Files, amends and withdraws leads and zero reports in the books of one turn (000-03, 000-04). Times are office time.</summary>
public sealed class LeadDesk
{
    /// <summary>How long after a lead a picture of its own still joins it.</summary>
    public static readonly Duration PictureWindow = Duration.FromMinutes(10);

    /// <summary>Reason of what is void because its message was deleted.</summary>
    public const string MessageDeleted = "message-deleted";

    private readonly ILedger _ledger;
    private readonly LeadFilings _filings;

    /// <summary>A desk over the books of one turn.</summary>
    public LeadDesk(ILedger ledger, Occurrences occurrences)
    {
        _ledger = ledger;
        _filings = new(ledger, occurrences);
    }

    /// <summary>Files one item. Its number is of the day it is filed on (today); it counts for <see cref="LeadToFile.ForDay"/> (补报).</summary>
    /// <returns><see cref="LeadResult.Filed"/>, <see cref="LeadResult.Duplicate"/> or a refusal.</returns>
    public LeadResult File(LeadToFile lead, Person by, Instant now)
    {
        var filedAt = Instant.Min(lead.SaidAt ?? now, now); // a sender's clock may run ahead of ours
        var day = lead.ForDay ?? _ledger.Notice.Local(filedAt).Date;
        if (!LeadRights.MayFile(by))
        {
            return new LeadResult.NotYours();
        }

        if (RefuseContent(lead.Unit, day, lead.Text, lead.Category, now) is { } refusal)
        {
            return refusal;
        }

        return _ledger.Leads.WithSameText(lead.Unit, day, lead.Text) is { } same
            ? new LeadResult.Duplicate(same)
            : Keep(lead, day, filedAt, by, now);
    }

    /// <summary>"Nothing today", for a unit; null day = today. Refused by name where the unit has leads for the day.</summary>
    public LeadResult FileZero(UnitId unit, LocalDate? forDay, Person by, Instant now)
    {
        var day = forDay ?? Today(now);
        if (!LeadRights.MayFileZero(by, unit))
        {
            return new LeadResult.NotYours();
        }

        if (RefuseDay(unit, day, now) is { } refusal)
        {
            return refusal;
        }

        return _filings.SlotOf(day) is { } due ? Zero(due, day, Said(due.Occurrence, unit, by, now), now) : new LeadResult.NothingDue(day);
    }

    /// <summary>Takes a zero report back whose message was deleted, for who said it and who may say it.</summary>
    /// <returns><see cref="LeadResult.ZeroWithdrawn"/> or a refusal.</returns>
    public LeadResult WithdrawZero(Filing zero, Person by, Instant now)
    {
        if (by.Id != zero.By && !LeadRights.MayFileZero(by, zero.Unit))
        {
            return new LeadResult.NotYours();
        }

        _ledger.Filings.Void(zero.Id, by.Id, now, MessageDeleted);
        return new LeadResult.ZeroWithdrawn(zero);
    }

    /// <summary>Brings one back with its message: it counts again as from when it was said. Refused by name where the unit has leads for the day by now.</summary>
    public LeadResult RestoreZero(Filing zero, Person by, Instant now)
    {
        var day = zero.Slot.At.Date;
        return by.Id != zero.By && !LeadRights.MayFileZero(by, zero.Unit) ? new LeadResult.NotYours()
            : RefuseDay(zero.Unit, day, now) is { } refusal ? refusal
            : _filings.SlotOf(day) is { } due ? Zero(due, day, zero with { Id = 0, Recorded = now }, now)
            : new LeadResult.NothingDue(day);
    }

    /// <summary>Takes a lead back: it is kept, and never counted again.</summary>
    public LeadResult Withdraw(Lead lead, Person by, Instant now)
    {
        if (RefuseChange(lead, by) is { } refusal)
        {
            return refusal;
        }

        _filings.Uncount(lead.Id, by.Id, now, "withdrawn");
        return new LeadResult.Withdrawn(_ledger.Leads.Amend(lead with { Status = LeadStatus.Withdrawn }, by.Id, now), Printed(lead));
    }

    /// <summary>
    /// Brings a lead back that was taken back today, by who did that, the liaison or a leader. It counts again as from its filing; the versions keep both steps.
    /// </summary>
    /// <returns><see cref="LeadResult.Restored"/>, <see cref="LeadResult.Duplicate"/> where it was filed anew meanwhile, or a refusal.</returns>
    public LeadResult Restore(Lead lead, Person by, Instant now)
    {
        if (RefuseRestoring(lead, _ledger.Leads.Versions(lead.Id)[^1], by, now) is { } refusal)
        {
            return refusal;
        }

        if (_ledger.Leads.WithSameText(lead.Unit, lead.ForDay, lead.Text) is { } same)
        {
            return new LeadResult.Duplicate(same);
        }

        var voidedZero = _filings.VoidZero(lead.ForDay, lead.Unit, by.Id, now);
        var restored = _ledger.Leads.Amend(lead with { Status = LeadStatus.Filed }, by.Id, now);
        _filings.Count(restored, by.Id, now);
        return new LeadResult.Restored(restored, voidedZero);
    }

    /// <summary>Changes a lead. A new text gives a new title unless the title had been changed by hand; another unit or day moves what it counts for.</summary>
    public LeadResult Amend(Lead lead, LeadChange change, Person by, Instant now)
    {
        var changed = Apply(lead, change);
        var refusal = RefuseChange(lead, by) ?? RefuseContent(changed.Unit, changed.ForDay, changed.Text, changed.Category, now);
        if (refusal is not null)
        {
            return refusal;
        }

        return changed == lead ? new LeadResult.Unchanged(lead) : Rewrite(lead, changed, by, now);
    }

    /// <summary>Joins a picture that came by itself to the speaker's newest lead of the last ten minutes.</summary>
    public LeadResult JoinPicture(Picture picture, Person by, Instant now)
    {
        if (_ledger.Leads.NewestBy(by.Id, now - PictureWindow) is not { } lead)
        {
            return new LeadResult.NoRecentLead();
        }

        _ledger.Leads.AddPicture(lead.Id, picture, by.Id, now);
        return new LeadResult.PictureJoined(_ledger.Leads.Get(lead.Id));
    }

    private LeadResult.Filed Keep(LeadToFile lead, LocalDate day, Instant filedAt, Person by, Instant now)
    {
        var voidedZero = _filings.VoidZero(day, lead.Unit, by.Id, now);
        var kept = _ledger.Leads.Add(new(
            lead.Unit, lead.Officer ?? OfficerFor(lead.Unit, by), by.Id, Today(now), day, filedAt, lead.Title ?? LeadTitle.From(lead.Text), lead.Text,
            lead.Category ?? _ledger.Notice.Categories[^1].Number, lead.Chat.Value, lead.Message, lead.Item));
        return new(kept, lead.Unit != by.Unit, voidedZero, _filings.Count(kept, by.Id, now));
    }

    private static Filing Said(Occurrence occurrence, UnitId unit, Person by, Instant now) => new(0, occurrence.Slot, unit, FilingKind.Zero, by.Id, now, now, null, null, null);

    private LeadResult Zero((Duty Duty, Occurrence Occurrence) due, LocalDate day, Filing zero, Instant now)
    {
        var filings = _ledger.Filings.Of(due.Occurrence.Slot, zero.Unit);
        var leads = filings.Where(f => f.Lead is not null).Select(f => _ledger.Leads.Get(f.Lead!.Value)).ToList(); // checked by the filter
        if (leads.Count > 0)
        {
            return new LeadResult.HasLeads(day, leads);
        }

        if (filings.FirstOrDefault(f => f.Kind == FilingKind.Zero) is { } existing)
        {
            return new LeadResult.ZeroAlready(existing, day);
        }

        var standing = _filings.Add(due, zero, now);
        return new LeadResult.ZeroFiled(_ledger.Filings.Of(due.Occurrence.Slot, zero.Unit).First(f => f.Kind == FilingKind.Zero), day, standing);
    }

    private LeadResult.Amended Rewrite(Lead lead, Lead changed, Person by, Instant now)
    {
        var after = _ledger.Leads.Amend(changed, by.Id, now);
        if (after.Unit == lead.Unit && after.ForDay == lead.ForDay)
        {
            return new(lead, after, Printed(lead), null);
        }

        _filings.Uncount(lead.Id, by.Id, now, "moved");
        _filings.VoidZero(after.ForDay, after.Unit, by.Id, now);
        return new(lead, after, Printed(lead), _filings.Count(after, by.Id, now));
    }

    private Lead Apply(Lead lead, LeadChange change)
    {
        var unit = change.Unit ?? lead.Unit;
        var text = change.Text?.Trim() ?? lead.Text;
        var title = change.Title?.Trim() ?? (lead.Title == LeadTitle.From(lead.Text) ? LeadTitle.From(text) : lead.Title);
        return lead with
        {
            Unit = unit,
            Officer = unit == lead.Unit ? lead.Officer : _ledger.Roster.OfficerOf(unit)?.Id,
            ForDay = change.ForDay ?? lead.ForDay,
            Text = text,
            Title = title.Length <= LeadTitle.Most ? title : LeadTitle.From(title),
            Category = change.Category ?? lead.Category,
        };
    }

    private static LeadResult.Refusal? RefuseChange(Lead lead, Person by) => 0 switch
    {
        _ when !LeadRights.MayChange(by, lead) => new LeadResult.NotYours(),
        _ when lead.Status == LeadStatus.Withdrawn => new LeadResult.WithdrawnBefore(lead),
        _ => null,
    };

    private LeadResult.Refusal? RefuseRestoring(Lead lead, LeadVersion withdrawal, Person by, Instant now) => 0 switch
    {
        _ when !LeadRights.MayChange(by, lead) => new LeadResult.NotYours(),
        _ when lead.Status != LeadStatus.Withdrawn => new LeadResult.NotWithdrawn(lead),
        _ when !by.KeepsBooks && withdrawal.By != by.Id => new LeadResult.WithdrawnByAnother(lead, withdrawal.By),
        _ when _ledger.Notice.Local(withdrawal.At).Date is var day && day != Today(now) => new LeadResult.WithdrawnTooLongAgo(lead, day),
        _ => RefuseDay(lead.Unit, lead.ForDay, now),
    };

    private LeadResult.Refusal? RefuseContent(UnitId unit, LocalDate day, string text, int? category, Instant now) => 0 switch
    {
        _ when string.IsNullOrWhiteSpace(text) => new LeadResult.TextMissing(),
        _ when category is { } number && _ledger.Notice.Categories.All(c => c.Number != number) => new LeadResult.NoSuchCategory(number),
        _ => RefuseDay(unit, day, now),
    };

    private LeadResult.Refusal? RefuseDay(UnitId unit, LocalDate day, Instant now) => 0 switch
    {
        _ when _ledger.Roster.Find(unit) is null => new LeadResult.UnitGone(),
        _ when day > Today(now) => new LeadResult.DayAhead(day),
        _ when day < _ledger.Notice.Begins => new LeadResult.BeforeBegin(day, _ledger.Notice.Begins),
        _ => null,
    };

    // Whoever of the unit says it; else its officer, who then has a lead said for him.
    private PersonId? OfficerFor(UnitId unit, Person by) => by.Unit == unit && by.ReportsForUnit ? by.Id : _ledger.Roster.OfficerOf(unit)?.Id;

    private IReadOnlyList<Report> Printed(Lead lead) => _ledger.Reports.Printing(lead.Id);

    private LocalDate Today(Instant now) => _ledger.Notice.Local(now).Date;
}
