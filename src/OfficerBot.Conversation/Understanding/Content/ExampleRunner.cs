using NodaTime;

namespace OfficerBot.Conversation.Understanding.Content;

/// <summary>Runs the examples of the rule files. They are said on Wednesday 2020-09-16 at 10:20, in private unless marked otherwise.</summary>
internal sealed class ExampleRunner(LanguageContent content)
{
    private static readonly LocalDateTime Now = new(2020, 9, 16, 10, 20);
    private readonly Reader _reader = new(content);

    /// <summary>The problems found; empty when all examples are understood as written.</summary>
    public List<ContentProblem> Run()
    {
        var problems = new List<ContentProblem>();
        var seen = new Dictionary<(string, Needs, string?, string?, string?), Example>();
        foreach (var example in content.Examples)
        {
            if (!example.IsCounter && seen.TryGetValue((example.Text, example.Setting, example.Pending, example.Last, example.Quoting), out var other) && other.Intent != example.Intent)
            {
                problems.Add(new(example.File, example.Line, $"“{example.Text}” is an example here and in {other.File}:{other.Line}.", "One text has one intent."));
            }

            seen.TryAdd((example.Text, example.Setting, example.Pending, example.Last, example.Quoting), example);
            if (Check(example) is { } problem)
            {
                problems.Add(problem);
            }
        }

        return problems;
    }

    /// <summary>Where and when an example is said.</summary>
    public static ReadingContext Context(LanguageContent content, Example example)
    {
        var group = example.Setting.HasFlag(Needs.Group);
        return new(Now, group, !group || example.Setting.HasFlag(Needs.Addressed), null, Domain.Roster.Roles.None, example.Pending, content.ExampleRoster, "zh") { LastIntent = example.Last, Quoting = example.Quoting };
    }

    private ContentProblem? Check(Example example)
    {
        var understood = _reader.Read(example.Text, Context(content, example));
        var intent = example.Intent == "lead" ? "report_lead" : example.Intent;
        if (understood.Intent == intent == example.IsCounter)
        {
            var what = example.IsCounter
                ? $"The counter-example “{example.Text}” is understood as {intent}."
                : $"The example “{example.Text}” is understood as {understood.Intent}.";
            return new(example.File, example.Line, what, "Decided by: " + string.Join(", ", understood.Fired));
        }

        return example.IsCounter || example.Slots is null ? null : CheckSlots(example, understood);
    }

    private ContentProblem? CheckSlots(Example example, Understood understood)
    {
        var wanted = example.Slots!.Select(p => $"{p.Slot}={Meaning(p.Value)}").Order(StringComparer.Ordinal).ToList(); // checked by the caller
        var got = SlotText.Of(understood.Slots, content.ExampleRoster).Select(p => $"{p.Slot}={p.Value.Replace(' ', '_')}").Order(StringComparer.Ordinal).ToList();
        return wanted.SequenceEqual(got)
            ? null
            : new(example.File, example.Line, $"The example “{example.Text}” gives other slots: {string.Join(" ", got)}", "Written: " + string.Join(" ", wanted));
    }

    private static string Meaning(string value) => value switch
    {
        "today" => "2020-09-16/2020-09-17",
        "yesterday" => "2020-09-15/2020-09-16",
        "tomorrow" => "2020-09-17/2020-09-18",
        "this-week" => "2020-09-14/2020-09-21",
        "last-week" => "2020-09-07/2020-09-14",
        "this-month" => "2020-09-01/2020-10-01",
        _ => value,
    };
}
