using System.CommandLine;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Conversation.Understanding.Dates;
using OfficerBot.Wiring;

namespace OfficerBot.Commands;

/// <summary>
/// <c>officerbot dates FILE.jsonl</c>: reads phrases in the form of the corpora (id, phrase, reference, perhaps prefer and context) and prints one JSON line
/// each: id, start, end, grain of the first date found, and all of them in <c>entities</c>. Behind them
/// stand, as <c>alternative</c>, other readings that the language leaves open (<see cref="DateSaid.Others"/>; none where prefer is given). A date that cannot be (2月30日) has neither start nor end.
/// </summary>
internal static class Dates
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd'T'HH:mm");
    private static readonly LocalDateTimePattern Second = LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd'T'HH:mm:ss");

    /// <summary>The command.</summary>
    public static Command Command(string[] settings)
    {
        var file = new Argument<string>("file") { Description = "JSON lines: id, phrase, reference (2020-09-16T10:20+08:00; without one, 2020-09-16T10:20); perhaps prefer (past, future) and context (event: day)." };
        var conventions = new Option<string?>("--conventions") { Description = "A file like dialogs/dates.yaml; its rows replace the office's, to judge phrases written under others." };
        var command = new Command("dates", "Reads date phrases from a file and prints what each means, one JSON line each.") { file, conventions };
        command.SetAction(p => Run(settings, p.GetRequiredValue(file), p.GetValue(conventions)));
        return command;
    }

    private static int Run(string[] settings, string file, string? conventions)
    {
        if (new[] { file, conventions }.OfType<string>().FirstOrDefault(f => !File.Exists(f)) is { } missing)
        {
            return Refusal.Print([$"There is no file {missing}."]);
        }

        var read = CommandSettings.Read(settings);
        var contents = Contents.Load(read);
        var reader = contents.Language.Dates;
        if (conventions is not null)
        {
            var own = Path.Combine(Contents.RulesFolder(Contents.Overriding(read)), "dates.yaml");
            (reader, var problems) = DateReader.From([("dates.yaml", File.ReadAllText(own)), (conventions, File.ReadAllText(conventions))]);
            if (problems.Count > 0)
            {
                return Refusal.Print(problems);
            }
        }

        var calendar = new CalendarDays(contents.Calendar);
        return JsonLines.Print(file, row => Answer(reader, calendar, row), "not a date phrase: a line needs phrase, and a reference like 2020-09-16T10:20.");
    }

    /// <summary>The line to print; null for a line that is no phrase.</summary>
    private static JsonObject? Answer(DateReader reader, IWorkingDays calendar, JsonObject row)
    {
        if (JsonLines.Text(row, "phrase") is not { } phrase)
        {
            return null;
        }

        var reference = JsonLines.Text(row, "reference") ?? "2020-09-16T10:20";
        var length = reference is [_, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, ':', _, _, ..] ? 19 : 16;
        if (reference.Length < length || (length == 19 ? Second : Minute).Parse(reference[..length]) is not { Success: true } now)
        {
            return null;
        }

        var offset = reference[length..];
        var found = reader.Read(phrase, new DateContext(now.Value, JsonLines.Text(row, "prefer"), calendar, Events(row)));
        var first = found.Count == 0 ? null : found[0].Span;
        var answer = Entity(first, offset);
        answer.Insert(0, "id", row["id"]?.DeepClone());
        answer["entities"] = new JsonArray([.. found.Select(f => WithWords(f, offset)), .. found.SelectMany(f => f.Others).Select(o => Other(o, offset))]);
        return answer;
    }

    private static JsonObject WithWords(DateSaid found, string offset)
    {
        var entity = Entity(found.Span, offset);
        entity["text"] = found.Span.Words;
        entity["kind"] = found.Kind;
        if (found.Recur is { } recur)
        {
            entity["recur"] = recur;
        }

        return entity;
    }

    private static JsonObject Other(TimeSpanSaid span, string offset)
    {
        var entity = Entity(span, offset);
        entity["text"] = span.Words;
        entity["alternative"] = true;
        return entity;
    }

    private static JsonObject Entity(TimeSpanSaid? span, string offset) => new()
    {
        ["start"] = Moment(span, span?.Start, offset), ["end"] = Moment(span, span?.End, offset), ["grain"] = span is null ? "none" : span.Grain,
    };

    private static string? Moment(TimeSpanSaid? span, LocalDateTime? moment, string offset)
        => span is { IsImpossible: false } && moment is { } at ? Second.Format(at) + offset : null;

    private static Dictionary<string, EventDays> Events(JsonObject row)
    {
        var events = new Dictionary<string, EventDays>();
        foreach (var (name, value) in row["context"] as JsonObject ?? [])
        {
            var days = (value?.ToString() ?? "").Split('/').Select(LocalDatePattern.Iso.Parse).ToArray();
            if (days is [{ Success: true } first, ..])
            {
                events[name] = new(first.Value, days is [_, { Success: true } until] ? until.Value : null);
            }
        }

        return events;
    }
}
