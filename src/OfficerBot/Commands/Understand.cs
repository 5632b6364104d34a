using System.CommandLine;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Dates;
using OfficerBot.Domain.Roster;
using OfficerBot.Wiring;

namespace OfficerBot.Commands;

/// <summary>
/// <c>officerbot understand FILE.jsonl --roster CSV</c>: reads messages in the form of the corpora (id, text, lang, conversation, mentioned, now, pending) and
/// prints one JSON line each (id, intent, slots), so that anyone can score any file.
/// </summary>
internal static class Understand
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd'T'HH:mm");

    /// <summary>The command.</summary>
    public static Command Command(string[] settings)
    {
        var file = new Argument<string>("file") { Description = "JSON lines: id, text, conversation, mentioned, now; perhaps lang and pending." };
        var roster = new Option<string?>("--roster") { Description = "CSV: 单位,姓名,职务,联系电话,简称,类别,英文,拼音. Without it, the roster of the rules' examples." };
        var since = new Option<string>("--event") { Description = "Day the event 进驻 began.", DefaultValueFactory = _ => "2020-09-08" };
        var command = new Command("understand", "Reads messages from a file and prints what each is understood as, one JSON line each.") { file, roster, since };
        command.SetAction(p => Run(settings, p.GetRequiredValue(file), p.GetValue(roster), p.GetRequiredValue(since)));
        return command;
    }

    private static int Run(string[] settings, string file, string? rosterFile, string since)
    {
        if (new[] { file, rosterFile }.OfType<string>().FirstOrDefault(f => !File.Exists(f)) is { } missing)
        {
            return Refusal.Print([$"There is no file {missing}."]);
        }

        if (LocalDatePattern.Iso.Parse(since) is not { Success: true } day)
        {
            return Refusal.Print([$"--event {since} is no day; write it like 2020-09-08."]);
        }

        var contents = Contents.Load(CommandSettings.Read(settings));
        var roster = rosterFile is null ? contents.Language.ExampleRoster : ExampleRosterFile.Read(rosterFile);
        var reader = new Reader(contents.Language, new CalendarDays(contents.Calendar), new Dictionary<string, EventDays> { ["进驻"] = new(day.Value) });
        return JsonLines.Print(file, row => Answer(reader, roster, row), "not a message: a line needs id, text and now (2020-09-16T10:20).");
    }

    /// <summary>The line to print; null for a line that is no message.</summary>
    private static JsonObject? Answer(Reader reader, RosterBook roster, JsonObject row)
    {
        if (JsonLines.Text(row, "text") is not { } text || JsonLines.Text(row, "now") is not { Length: >= 16 } now || Minute.Parse(now[..16]) is not { Success: true } moment)
        {
            return null;
        }

        var group = JsonLines.Text(row, "conversation") == "group";
        var addressed = !group || (row["mentioned"] is JsonValue said && said.TryGetValue<bool>(out var mentioned) && mentioned);
        var context = new ReadingContext(moment.Value, group, addressed, null, Roles.None, JsonLines.Text(row, "pending"), roster, JsonLines.Text(row, "lang") ?? "zh");
        var understood = reader.Read(text, context);
        return new()
        {
            ["id"] = row["id"]?.DeepClone(), ["intent"] = ManualFrame.Intent(understood), ["slots"] = ManualFrame.Slots(understood.Slots, roster),
        };
    }
}
