using NodaTime;
using OfficerBot.Clocks;
using OfficerBot.Conversation.Notices;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Notices;
using OfficerBot.Domain.Time;
using OfficerBot.Settings;
using OfficerBot.Storage;
using StoredRow = OfficerBot.Storage.Rows.DueRow;

namespace OfficerBot.Wiring;

/// <summary>Brings the notices of the folder into force: an unchanged text keeps its revision, a changed one recomputes what is still open.</summary>
internal sealed class GroupSetup(SqliteStore store, OfficerBotSettings settings, OfficeClock office, WorkingCalendar calendar)
{
    /// <summary>Stores every notice of the folder.</summary>
    /// <exception cref="InvalidDataException">A notice has mistakes; the message lists them all with file and line.</exception>
    public async Task BringNoticesAsync(CancellationToken cancel)
    {
        var files = Directory.Exists(settings.NoticesPath) ? Directory.GetFiles(settings.NoticesPath, "*.yaml").Order(StringComparer.Ordinal).ToList() : [];
        if (files.Count == 0)
        {
            throw new InvalidDataException($"No notice (*.yaml) lies in {settings.NoticesPath}.");
        }

        var read = files.Select(f => (Text: File.ReadAllText(f), Result: NoticeYaml.Open(f))).ToList();
        var problems = read.SelectMany(r => r.Result.Problems).Select(p => p.ToString()).ToList();
        if (problems.Count > 0)
        {
            throw new InvalidDataException(string.Join(Environment.NewLine, problems));
        }

        var now = office.GetCurrentInstant();
        foreach (var (text, result) in read)
        {
            await store.WriteAsync(s => Bring(s, result.Notice!, text, now), cancel); // without problems there is a notice
        }
    }

    private int Bring(WriteSession session, Notice notice, string text, Instant now)
    {
        var before = session.Notices.Current(notice.Group)?.Revision;
        var revision = session.Notices.Store(notice.Group, text, now);
        if (revision != before)
        {
            var rows = new Ladder(Occurrences.Under(notice, calendar)).NextRows(now);
            session.Due.Recompute(notice.Group, rows.Select(r => new StoredRow(notice.Group, r.Slot, r.Rung, r.At, revision)));
        }

        return revision;
    }
}
