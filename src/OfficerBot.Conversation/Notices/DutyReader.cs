using NodaTime;
using OfficerBot.Conversation.Content;
using OfficerBot.Conversation.Replies;
using OfficerBot.Domain.Duties;

namespace OfficerBot.Conversation.Notices;

/// <summary>Reads one duty (任务) of a notice with its ladder.</summary>
internal sealed class DutyReader(ICollection<Problem> problems, (LocalTime From, LocalTime Until) quiet)
{
    /// <summary>The grace of rungs that are made up after any outage.</summary>
    public static readonly Duration AlwaysWorthIt = Duration.FromDays(30);

    private static readonly Dictionary<string, HolidayPolicy> Policies = new()
    {
        ["照常"] = HolidayPolicy.AsUsual,
        ["顺延"] = HolidayPolicy.Postpone,
        ["提前"] = HolidayPolicy.Advance,
        ["免报"] = HolidayPolicy.Exempt,
    };

    private static readonly Dictionary<string, Evidence> Evidences = new() { ["lead"] = Evidence.Lead, ["report"] = Evidence.Report };

    private static readonly Dictionary<string, RungAct> Acts = new()
    {
        ["draft-ready"] = RungAct.DraftReady,
        ["group-card"] = RungAct.GroupCard,
        ["nudge"] = RungAct.Nudge,
        ["last-call"] = RungAct.LastCall,
        ["undelivered-warning"] = RungAct.UndeliveredWarning,
        ["close"] = RungAct.Close,
        ["liaison-note"] = RungAct.LiaisonNote,
    };

    /// <summary>The duty; null when it is not even a set of fields.</summary>
    public Duty? Read(ContentEntry entry)
    {
        var fields = Fields.Of(entry.Value, problems, $"The duty \"{entry.Key.Text}\"", "name", "clause", "units", "when", "evidence", "holidays", "ladder");
        if (fields is null)
        {
            return null;
        }

        var cadence = Cadence(fields);
        var evidence = fields.Choice("evidence", Evidences, "What discharges the duty.", problems);
        if (evidence == Evidence.Report && cadence is Domain.Duties.Cadence.Daily)
        {
            problems.Add(fields.Place.Wrong("A report falls due at a time of day: write \"when:\" as 周一、三、五 12:00前 or Mon, Wed, Fri before 12:00."));
        }

        return new(
            new(entry.Key.Text), fields.Names("name", problems), fields.NeedText("clause", "The clause that orders it, for example 五、3.")?.Text ?? "",
            Units(fields), cadence, evidence, fields.Choice("holidays", Policies, "What a day off does to the duty; there is no default.", problems),
            Ladder(fields, cadence));
    }

    private DutyUnits Units(Fields fields)
    {
        const string Hint = "Write with-officer for every unit that has an officer, or the full names of the units: [市委宣传部, 市融媒体中心].";
        if (fields.Need("units", Hint) is ContentText { Text: "with-officer" })
        {
            return new DutyUnits.WithOfficer();
        }

        var names = fields.Texts("units", Hint);
        foreach (var twice in names.GroupBy(n => n.Text).Where(g => g.Count() > 1).Select(g => g.Last()))
        {
            problems.Add(twice.Wrong($"\"{twice.Text}\" stands here twice."));
        }

        return new DutyUnits.Named([.. names.Select(n => n.Text)]);
    }

    private Cadence Cadence(Fields fields)
    {
        var text = fields.NeedText("when", CadenceText.Hint);
        var cadence = text is null ? new Cadence.Daily() : CadenceText.Parse(text.Text);
        if (cadence is null)
        {
            problems.Add(text!.Wrong($"\"when: {text.Text}\" cannot be read. {CadenceText.Hint}")); // A missing text gave Daily.
        }

        return cadence ?? new Cadence.Daily();
    }

    private List<Rung> Ladder(Fields fields, Cadence cadence)
    {
        const string Hint = "The rungs in order, at least one that closes: ladder: [{ does: close }].";
        var rungs = fields.Need("ladder", Hint) is ContentList list ? list.Items.Select(i => Rung(i, cadence)).OfType<Rung>().ToList() : [];
        if (rungs.All(r => r.Act != RungAct.Close) && fields.Find("ladder") is { } node)
        {
            problems.Add(node.Wrong("No rung closes the duty, so no standing would ever be written. Add { does: close }."));
        }

        return NoteDoubles(rungs, fields.Place);
    }

    private List<Rung> NoteDoubles(List<Rung> rungs, ContentNode place)
    {
        foreach (var twice in rungs.GroupBy(r => r.Id).Where(g => g.Count() > 1))
        {
            problems.Add(place.Wrong($"Two rungs are called \"{twice.Key}\"; give one of them an id: of its own."));
        }

        return rungs;
    }

    private Rung? Rung(ContentNode node, Cadence cadence)
    {
        var fields = Fields.Of(node, problems, "A rung", "id", "does", "at", "working-days-before", "grace");
        if (fields is null)
        {
            return null;
        }

        var act = fields.Choice("does", Acts, "What happens on this rung.", problems);
        var at = act == RungAct.Close ? null : fields.NeedText("at", "A time of day, for example 11:12.");
        var rung = new Rung(
            fields.Text("id", "A short id.")?.Text ?? Acts.First(a => a.Value == act).Key, act, DaysBefore(fields),
            at is null ? null : NoticeFields.TimeOf(at, problems), Grace(fields, act));
        CheckTime(rung, cadence, node);
        return rung;
    }

    private int DaysBefore(Fields fields)
    {
        var text = fields.Text("working-days-before", "A whole number, or leave it out for the due day itself.");
        if (text is not null && !(int.TryParse(text.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= 5))
        {
            problems.Add(text.Wrong("\"working-days-before:\" is a whole number from 0 to 5."));
        }

        return text is null ? 0 : int.TryParse(text.Text, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    private Duration Grace(Fields fields, RungAct act)
    {
        const string Hint = "How late, after an outage, it is still worth sending, for example 30m or 3h.";
        if (act == RungAct.Close)
        {
            return AlwaysWorthIt;
        }

        var text = fields.NeedText("grace", Hint);
        var grace = text is null ? null : SpanText.Parse(text.Text);
        if (text is not null && grace is null)
        {
            problems.Add(text.Wrong($"\"grace: {text.Text}\" is no length of time. {Hint}"));
        }

        return grace ?? Duration.Zero;
    }

    private void CheckTime(Rung rung, Cadence cadence, ContentNode place)
    {
        if (rung.At is not { } at)
        {
            return;
        }

        var isBeforeDue = rung.Act is RungAct.GroupCard or RungAct.Nudge or RungAct.LastCall or RungAct.UndeliveredWarning;
        if (isBeforeDue && rung.WorkingDaysBefore == 0 && cadence is Cadence.Weekly weekly && at >= weekly.Before)
        {
            problems.Add(place.Wrong($"This asks for something at {at:HH:mm}, but the duty falls due at {weekly.Before:HH:mm} already."));
        }

        var isPrivate = rung.Act is not RungAct.GroupCard;
        if (isPrivate && IsQuiet(at))
        {
            problems.Add(place.Wrong($"{at:HH:mm} lies in the quiet hours ({quiet.From:HH:mm}-{quiet.Until:HH:mm}), when nothing is sent privately."));
        }
    }

    private bool IsQuiet(LocalTime at) =>
        quiet.From <= quiet.Until ? at >= quiet.From && at < quiet.Until : at >= quiet.From || at < quiet.Until;
}
