using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Filings;
using OfficerBot.Domain.Notices;
using OfficerBot.Domain.Reports;

namespace OfficerBot.Domain.Papers;

/// <summary>Words the liaison's weekly report; its tables are also the sheets of the workbook that goes with it.</summary>
public static class WeeklyPaper
{
    /// <summary>The paper of a composed report.</summary>
    /// <param name="confirmed">When it is, or would be, confirmed: gives its date.</param>
    public static OfficePaper Of(WeeklyReport report, Notice notice, Instant confirmed)
    {
        var words = new PaperWords(notice);
        var issuer = notice.Papers.Issuer;
        var subject = new PaperSubject(issuer, report.Issue, report.Revision, words.DayOf(confirmed), report.From, report.To);
        return new(
            words.Head(subject, issuer, notice.Papers.WeeklyName, "weekly-title"), Parts(report, words), words.Foot(subject.Day, issuer),
            words.Mail(subject, issuer, "weekly"));
    }

    private static List<PaperPart> Parts(WeeklyReport report, PaperWords words)
    {
        string Named(string key) => words.Phrases.Fill(key);
        return
        [
            new PaperPart.Paragraph(Summary(report, words)),
            words.Heading(1, Named("weekly-units")), Units(report, words),
            words.Heading(2, Named("weekly-categories")), Counts(report.Categories.Select(c => (c.Category.Heading, c.Leads)), report, words, "categories"),
            words.Heading(3, Named("weekly-days")), Counts(report.Days.Select(d => (words.Date(d.Day), d.Leads)), report, words, "days"),
            words.Heading(4, Named("weekly-missing")), report.Lacks.Count > 0 ? Lacks(report, words) : new PaperPart.Paragraph(Named("weekly-all-in")),
            words.Heading(5, Named("weekly-next")), .. report.Next.Select(n => new PaperPart.Paragraph(Next(n, words))),
        ];
    }

    private static string Summary(WeeklyReport report, PaperWords words)
    {
        var t = report.Totals;
        return words.Phrases.Fill(
            "weekly-summary", ("period", words.Period(report.From, report.To)), ("expected", t.Expected), ("on_time", t.OnTime), ("late", t.Late),
            ("made_up", t.MadeUp), ("zero", t.Zero), ("excused", t.Excused), ("missed", t.Missed), ("leads", report.Leads));
    }

    private static PaperPart.Table Units(WeeklyReport report, PaperWords words) => new(
        words.Phrases.Fill("weekly-units"), Columns(words, "units"),
        report.Units.Select(u => Row(u.Unit.Name, u.Counts, u.Leads)).ToList(), Row(words.Phrases.Fill("total"), report.Totals, report.Leads));

    private static IReadOnlyList<string> Row(string name, StandingCounts c, int leads) =>
        [name, .. new[] { c.Expected, c.OnTime, c.Late, c.MadeUp, c.Zero, c.Excused, c.Missed, leads }.Select(n => n.ToString())];

    private static PaperPart.Table Counts(IEnumerable<(string Name, int Leads)> rows, WeeklyReport report, PaperWords words, string kind) => new(
        words.Phrases.Fill($"weekly-{kind}"), Columns(words, kind),
        rows.Select(IReadOnlyList<string> (r) => [r.Name, r.Leads.ToString()]).ToList(), [words.Phrases.Fill("total"), report.Leads.ToString()]);

    private static PaperPart.Table Lacks(WeeklyReport report, PaperWords words) => new(
        words.Phrases.Fill("weekly-missing"), Columns(words, "missing"), report.Lacks.Select(l => Lack(l, words)).ToList(), null);

    private static IReadOnlyList<string> Lack(WeeklyLack lack, PaperWords words) =>
    [
        words.Date(lack.Day), lack.Unit.Name, lack.Officer?.Name ?? "", lack.Duty.Name.GetValueOrDefault("zh", ""), State(lack.Standing, words),
        lack.Standing.Reason == RollCalls.Verdict.MailFailure ? words.Phrases.Fill("reason-mail-failure") : lack.Standing.Reason ?? "",
    ];

    private static string State(Standing standing, PaperWords words) => standing.Kind switch
    {
        StandingKind.Late => words.Phrases.Fill("standing-late", ("minutes", standing.MinutesLate)),
        StandingKind.MadeUp => words.Phrases.Fill("standing-made-up"),
        _ => words.Phrases.Fill("standing-missed"),
    };

    private static string Next(WeeklyNext next, PaperWords words)
    {
        var day = next.Occurrence.Day;
        var due = words.Phrases.Fill(
            "next-due", ("date", words.Date(day)), ("weekday", words.Weekday(day)), ("time", PaperWords.Time(next.Occurrence.Due.TimeOfDay)),
            ("duty", next.Duty.Name.GetValueOrDefault("zh", "")));
        var why = next.Duty.Holidays == HolidayPolicy.AsUsual ? "next-holiday" : "next-moved";
        return next.Occurrence.HolidayName is { } holiday ? due + words.Phrases.Fill(why, ("date", words.Date(day)), ("holiday", holiday)) : due;
    }

    private static string[] Columns(PaperWords words, string kind) => words.Phrases.Fill($"columns-{kind}").Split('|');
}
