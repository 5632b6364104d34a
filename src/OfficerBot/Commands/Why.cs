using System.CommandLine;
using NodaTime;
using OfficerBot.Clocks;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Conversation.Understanding.Dates;
using OfficerBot.Domain.Roster;
using OfficerBot.Requests;
using OfficerBot.Storage;
using OfficerBot.Wiring;

namespace OfficerBot.Commands;

/// <summary><c>officerbot why "text"</c>: what was understood, and which lines of which rule files decided.</summary>
internal static class Why
{
    /// <summary>The command.</summary>
    public static Command Command(string[] settings)
    {
        var text = new Argument<string>("text") { Description = "The message." };
        var asPerson = new Option<string?>("--as") { Description = "Who says it: a name, unit and name, or an id." };
        var inGroup = new Option<bool>("--group") { Description = "Said in the group, not addressed to the bot." };
        var at = new Option<string?>("--at") { Description = "Local office time, such as 2020-09-16T08:30." };
        var pending = new Option<string?>("--pending") { Description = "Kind of the question that is open: send, lead, choice, …" };
        var after = new Option<string?>("--after") { Description = "What the same person asked a moment before: 今天谁没报." };
        var quoting = new Option<string?>("--quoting") { Description = "What it replies to: lead, person or other." };
        var command = new Command("why", "Says what a message is understood as, and why.") { text, asPerson, inGroup, at, pending, after, quoting };
        command.SetAction(p => Run(settings, new(p.GetRequiredValue(text), p.GetValue(asPerson), p.GetValue(inGroup), p.GetValue(at), p.GetValue(pending))
        {
            After = p.GetValue(after), Quoting = p.GetValue(quoting),
        }));
        return command;
    }

    private static int Run(string[] settings, Question question)
    {
        var read = CommandSettings.Read(settings);
        var contents = Contents.Load(read);
        var roster = File.Exists(read.StoragePath) ? SqliteStore.Peek(new StoreOptions(read.StoragePath, Contents.ReadNotice), FirstRoster) : null;
        roster ??= contents.Language.ExampleRoster;
        var speaker = question.As is { } name ? PersonSearch.In(roster, name) : [];
        if (question.As is not null && speaker.Count != 1)
        {
            return Refusal.Print([speaker.Count == 0 ? $"Nobody on the roster is “{question.As}”." : $"“{question.As}” may be: {string.Join(", ", speaker.Select(p => p.Id.Value + " " + p.Name))}."]);
        }

        var now = OfficeTime.Read(question.At ?? "2020-09-16T10:20", new LocalDate(2020, 9, 16));
        if (now is null)
        {
            return Refusal.Print([$"--at {question.At} is no local time; write it like 2020-09-16T08:30."]);
        }

        Print(question, contents, roster, speaker is [var one] ? one : null, now.Value, Contents.RulesFolder(Contents.Overriding(read)));
        return 0;
    }

    private static void Print(Question question, Contents contents, RosterBook roster, Person? speaker, LocalDateTime now, string rules)
    {
        var reader = new Reader(contents.Language, new CalendarDays(contents.Calendar), new Dictionary<string, EventDays>());
        var context = new ReadingContext(
            now, question.InGroup, !question.InGroup, speaker?.Unit, speaker?.Roles ?? Roles.None, question.Pending, roster, "zh") { Quoting = question.Quoting };
        context = question.After is { } before ? context with { LastIntent = reader.Read(before, context).Intent } : context;
        var understood = reader.Read(question.Text, context);
        Console.WriteLine($"{understood.Intent}  ({understood.Confidence:0.00})");
        if (context.LastIntent is { } last)
        {
            Console.WriteLine($"  after {last}");
        }
        foreach (var (slot, value) in SlotText.Of(understood.Slots, roster))
        {
            Console.WriteLine($"  {slot} = {value}");
        }

        foreach (var rule in understood.Fired)
        {
            Console.WriteLine($"  by {rule}{Line(rules, rule)}");
        }

        Console.WriteLine(understood.Nearest.Count == 0 ? "  nothing else came near" : $"  next: {string.Join(", ", understood.Nearest)}");
    }

    // “leads/my_status.zh.rule:30 (+60)”: what stands on that line; nothing for what is no line of a file.
    private static string Line(string folder, string rule)
    {
        var place = rule[(rule.IndexOf(": ", StringComparison.Ordinal) is > 0 and var at ? at + 2 : 0)..].Split(' ')[0];
        var colon = place.LastIndexOf(':');
        return colon > 0 && int.TryParse(place.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && Path.Combine(folder, place[..colon]) is var path && File.Exists(path) && File.ReadLines(path).ElementAtOrDefault(number - 1) is { } line
                ? "   " + line.Trim()
                : "";
    }

    private static RosterBook? FirstRoster(ReadSession session) => session.Notices.Groups() is [var group, ..] ? session.Ledger(group).Roster : null;

    private sealed record Question(string Text, string? As, bool InGroup, string? At, string? Pending)
    {
        public string? After { get; init; }

        public string? Quoting { get; init; }
    }
}
