using NodaTime;
using OfficerBot.Domain.Notices;
using OfficerBot.Domain.Roster;
using OfficerBot.Domain.Time;

namespace OfficerBot.Domain.Papers;

/// <summary>Fills the phrases of one notice: dates, moments, numbered headings, head, foot and mail.</summary>
internal sealed class PaperWords
{
    private readonly Notice _notice;

    public PaperWords(Notice notice) => _notice = notice;

    public PaperPhrases Phrases => _notice.Papers.Phrases;

    public string Date(LocalDate day) => Phrases.Fill("date", ("year", day.Year), ("month", day.Month), ("day", day.Day));

    public string Weekday(LocalDate day) => Phrases.Fill("weekdays").Substring((int)day.DayOfWeek - 1, 1);

    public LocalDate DayOf(Instant at) => LocalTimes.DateOf(at, _notice.Zone);

    public string Moment(Instant at)
    {
        var local = _notice.Local(at);
        return Phrases.Fill("moment", ("year", local.Year), ("month", local.Month), ("day", local.Day), ("time", Time(local.TimeOfDay)));
    }

    public static string Time(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    public string Period(Instant from, Instant to) => Phrases.Fill("period", ("from", Moment(from)), ("to", Moment(to)));

    /// <summary>一、二、…: the nth heading, from 1.</summary>
    public PaperPart.Heading Heading(int number, string heading) =>
        new(Phrases.Fill("section", ("numeral", Phrases.Fill("numerals").Substring(number - 1, 1)), ("heading", heading)));

    public PaperHead Head(PaperSubject subject, string issuer, string name, string title) => new(
        _notice.Papers.Mark, name, Phrases.Fill("issue", ("issue", subject.Issue), ("year", subject.Day.Year)), issuer, Date(subject.Day),
        Phrases.Fill(title, Values(subject, subject.Unit)) + Correction(subject), Period(subject.From, subject.To));

    public PaperFoot Foot(LocalDate day, string issuer)
    {
        var copy = _notice.Papers.Copy.Length > 0 ? [Phrases.Fill("copy", ("copy", _notice.Papers.Copy))] : Array.Empty<string>();
        return new([Phrases.Fill("to", ("to", _notice.Papers.To)), .. copy], issuer, Phrases.Fill("printed", ("date", Date(day))), Phrases.Fill("print-footer"));
    }

    /// <summary>File name, subject and letter from the three phrases of one kind of report.</summary>
    public PaperMail Mail(PaperSubject subject, string shortName, string kind) => new(
        PaperNames.Fit(unit => Phrases.Fill($"{kind}-file", Values(subject, unit)) + Correction(subject), shortName),
        Phrases.Fill($"{kind}-subject", Values(subject, subject.Unit)) + Correction(subject),
        Phrases.Fill($"{kind}-letter", Values(subject, subject.Unit)));

    private string Correction(PaperSubject subject) => subject.Revision > 1 ? Phrases.Fill("correction") : "";

    private (string, object)[] Values(PaperSubject subject, string unit) =>
    [
        ("unit", unit), ("group", _notice.GroupName.GetValueOrDefault("zh", "")), ("issue", subject.Issue), ("year", subject.Day.Year),
        ("date", Date(subject.Day)), ("weekday", Weekday(subject.Day)), ("period", Period(subject.From, subject.To)), ("mailbox", _notice.MailboxName),
    ];
}

/// <summary>What a paper is about, for its title, file name and mail.</summary>
/// <param name="Unit">Full name of the unit, or of the issuer.</param>
/// <param name="Day">The day of confirming.</param>
internal sealed record PaperSubject(string Unit, int Issue, int Revision, LocalDate Day, Instant From, Instant To);
