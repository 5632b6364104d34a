using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Dates;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Tests.Conversation.Understanding;

/// <summary>One labelled row.</summary>
/// <param name="HeldBack">Not looked at while rules are written: tells how rules carry over.</param>
public sealed record LabelledRow(string Id, string Text, string Intent, JsonElement Row, ReadingContext Context, bool HeldBack);

/// <summary>The copied corpora, the roster they speak of and the content they are read with.</summary>
public static class Corpora
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd'T'HH:mm");

    /// <summary>The repository's root folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The content of <c>dialogs/</c>; loading it runs every example.</summary>
    public static LoadResult Load { get; } = LanguageContent.Load(Path.Combine(Root, "dialogs"));

    /// <summary>The content; fails with all problems when it does not load.</summary>
    public static LanguageContent Content => Load.Content ?? throw new InvalidOperationException(string.Join('\n', Load.Problems));

    /// <summary>The roster of the corpora: 62 units, 90 people.</summary>
    public static RosterBook Roster { get; } = ExampleRosterFile.Read(Path.Combine(Root, "tests/OfficerBot.Tests/Corpora/roster.csv"));

    /// <summary>The state's calendar.</summary>
    public static IWorkingDays Calendar { get; } = new CopiedCalendar(Path.Combine(Root, "tests/OfficerBot.Tests/Corpora/holidays-cn.json"));

    /// <summary>A reader with calendar and the event of the notice.</summary>
    public static Reader Reader { get; } = new(Content, Calendar, new Dictionary<string, EventDays> { ["进驻"] = new(new(2020, 9, 8)) });

    /// <summary>The rows of a corpus file.</summary>
    public static IEnumerable<JsonElement> Rows(string file)
        => File.ReadLines(Path.Combine(Root, "tests/OfficerBot.Tests/Corpora", file)).Select(l => JsonDocument.Parse(l).RootElement);

    /// <summary>The labelled messages.</summary>
    public static IReadOnlyList<LabelledRow> Messages { get; } = [.. Rows("dev.jsonl").Select(Message)];

    /// <summary>Messages of our own in other people's styles, labelled with our own intents and without slots.</summary>
    public static IReadOnlyList<LabelledRow> OwnMessages { get; } = [.. Rows("own.jsonl").Select(Message)];

    /// <summary>Messages of our own with all slots, written in batches before the reader saw them (README beside them: the figures of each first reading).</summary>
    public static IReadOnlyList<LabelledRow> ForeignMessages { get; } = [.. Rows("foreign.jsonl").Select(Message)];

    /// <summary>Messages of our own, in many styles, written against the rules to find where they fail.</summary>
    public static IReadOnlyList<LabelledRow> StyleMessages { get; } = [.. Rows("styles.jsonl").Select(Message)];

    /// <summary>Messages of people who never saw the rules, by the number of their batch.</summary>
    public static IReadOnlyList<LabelledRow> BlindMessages(int batch) => [.. Rows($"blind-{batch}.jsonl").Select(Message)];

    /// <summary>About a third, chosen by the hash of the id.</summary>
    public static bool IsHeldBack(string id) => SHA256.HashData(Encoding.UTF8.GetBytes(id))[0] % 3 == 0;

    /// <summary>A local time as the corpora write it; null stays null.</summary>
    public static LocalDateTime? Time(JsonElement row, string name)
        => row.GetProperty(name).GetString() is { } text ? Minute.Parse(text[..16]).Value : null;

    private static LabelledRow Message(JsonElement row)
    {
        var group = row.GetProperty("conversation").GetString() == "group";
        var pending = row.TryGetProperty("pending", out var p) ? p.GetString() : null;
        var addressed = !group || row.GetProperty("mentioned").GetBoolean();
        var context = new ReadingContext(Time(row, "now")!.Value, group, addressed, null, Roles.None, pending, Roster, Text(row, "lang")); // every row has a now
        return new(Text(row, "id"), Text(row, "text"), Text(row, "intent"), row, context, IsHeldBack(Text(row, "id")));
    }

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString() ?? "";

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "OfficerBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run inside the repository.");
    }

    private sealed class CopiedCalendar : IWorkingDays
    {
        private readonly Dictionary<LocalDate, bool> _off = [];
        private readonly HashSet<int> _years = [];

        public CopiedCalendar(string path)
        {
            foreach (var year in JsonDocument.Parse(File.ReadAllText(path)).RootElement.EnumerateObject().Where(y => char.IsAsciiDigit(y.Name[0])))
            {
                _years.Add(int.Parse(year.Name));
                foreach (var day in year.Value.EnumerateArray())
                {
                    _off[LocalDatePattern.Iso.Parse(day.GetProperty("date").GetString()!).Value] = day.GetProperty("isOffDay").GetBoolean(); // always there
                }
            }
        }

        public bool? IsWorkingDay(LocalDate day)
            => !_years.Contains(day.Year) ? null : _off.TryGetValue(day, out var off) ? !off : (int)day.DayOfWeek <= 5;
    }
}
