using OfficerBot.Conversation.Understanding.Matching;
using OfficerBot.Conversation.Understanding.Names;

namespace OfficerBot.Conversation.Understanding.Content;

/// <summary>
/// What is no mistake but most likely not meant: classes no rule asks for, lines that can never decide, the same line twice, and examples that another
/// intent's rules understand almost as well.
/// </summary>
public static class ContentAdvice
{
    private const int Threshold = 50;
    private const int MostBonus = 5;
    private const int Near = 1;

    /// <summary>All advice on content that loaded, by file and line.</summary>
    public static IReadOnlyList<ContentProblem> On(LanguageContent content) =>
        [.. Unwritten(content).Concat(Unused(content)).Concat(Hopeless(content)).Concat(Twice(content)).Concat(Overlaps(content)).OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)];

    private static IEnumerable<ContentProblem> Unused(LanguageContent content) =>
        content.Words.Unused.Select(c => new ContentProblem(c.File, c.Line, $"No rule asks for the class “{c.Name}”: its words do nothing.", "Use it in a rule or leave it out."));

    private static IEnumerable<ContentProblem> Unwritten(LanguageContent content) =>
        content.Words.Unwritten.Select(c => new ContentProblem("words.zh.txt", 0, $"The class “{c}”, which reading asks for, has no words.", "Copy its lines from the words of this version."));

    private static IEnumerable<ContentProblem> Hopeless(LanguageContent content) =>
        from intent in content.Intents
        from rule in intent.For
        let most = rule.Weight + Math.Min(intent.For.Count - 1, MostBonus)
        where most < Threshold
        select At(rule.Where, $"With weight {rule.Weight} this line can never decide: it comes to {most} at most, and {Threshold} are needed.", "");

    private static IEnumerable<ContentProblem> Twice(LanguageContent content) =>
        from intent in content.Intents.Append(content.Everywhere).Append(content.Lead)
        from same in intent.For.Concat(intent.Against).GroupBy(r => (Math.Sign(r.Weight), Key(r)))
        from again in same.Skip(1)
        select At(again.Where, $"This line says the same as {same.First().Where}.", "Leave one out.");

    private static IEnumerable<ContentProblem> Overlaps(LanguageContent content)
    {
        var names = new Gazetteer(content.ExampleRoster, content);
        foreach (var example in content.Examples.Where(e => !e.IsCounter && e.Intent is not ("lead" or "*")))
        {
            using var reading = new Reading(content, names, ExampleRunner.Context(content, example), QuoteBlock.Strip(example.Text));
            LeadJudge.Of(content, reading); // notes what marks a lead, which rules may ask for
            var scored = Scoring.Of(content, reading);
            if (scored is [var first, var second, ..] && first.Intent.Name == example.Intent && second.Score >= Threshold && first.Score - second.Score <= Near)
            {
                yield return new(
                    example.File, example.Line, $"“{example.Text}” is almost {second.Intent.Name} too: {first.Score} by {first.Best.Rule.Where}, {second.Score} by {second.Best.Rule.Where}.",
                    "Tell them apart by two points or more.");
            }
        }
    }

    /// <summary>What a rule asks for and does, its weight aside.</summary>
    private static string Key(Rule rule) => string.Join(
        ' ', rule.Anchored, string.Join(',', rule.Elements.Select(e => $"{e.Gap}{e.Optional}{e.Capture}:{string.Join('|', e.Classes)}")), rule.Needs, string.Join(',', rule.PendingKinds),
        string.Join(',', rule.LastKinds), string.Join(',', rule.Sets), string.Join(',', rule.With.Select(w => string.Join('|', w))), string.Join(',', rule.Without));

    private static ContentProblem At(string where, string what, string allowed)
    {
        var cut = where.LastIndexOf(':');
        return new(where[..cut], int.Parse(where[(cut + 1)..], System.Globalization.CultureInfo.InvariantCulture), what, allowed);
    }
}
