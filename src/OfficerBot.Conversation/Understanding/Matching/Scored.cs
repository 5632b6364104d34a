using OfficerBot.Conversation.Understanding.Content;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>An intent with its score (about 0 to 110) and the rules that made it.</summary>
internal sealed record Scored(IntentRules Intent, int Score, Match Best, IReadOnlyList<Match> Against);

/// <summary>Scores all intents: the best rule for, a point for each further one, less what speaks against.</summary>
internal static class Scoring
{
    /// <summary>The intents that score at all, best first; ties in the order of the files.</summary>
    public static List<Scored> Of(LanguageContent content, Reading reading)
    {
        var held = Held(content, reading);
        List<Match>? general = null;
        var found = new List<Scored>();
        foreach (var intent in content.Intents)
        {
            if (held.TryGetValue(intent.Name, out var matches))
            {
                List<Match> against = [.. Matches(intent.Against, reading), .. general ??= Matches(content.Everywhere.Against, reading)];
                var best = matches.MaxBy(m => m.Rule.Weight)!; // not empty
                var score = best.Rule.Weight + Math.Min(matches.Count - 1, 5) + against.Sum(m => m.Rule.Weight);
                found.Add(new(intent, score, best, against));
            }
        }

        return [.. found.Where(s => s.Score > 0).OrderByDescending(s => s.Score)];
    }

    private static Dictionary<string, List<Match>> Held(LanguageContent content, Reading reading)
    {
        var held = new Dictionary<string, List<Match>>();
        Rule? last = null;
        foreach (var rule in content.Rules.For(reading.Hits))
        {
            if (!ReferenceEquals(rule, last) && Matcher.Try(rule, reading) is { } match)
            {
                if (!held.TryGetValue(rule.Intent, out var matches))
                {
                    held[rule.Intent] = matches = [];
                }

                matches.Add(match);
            }

            last = rule;
        }

        return held;
    }

    /// <summary>The rules of a list that match.</summary>
    public static List<Match> Matches(List<Rule> rules, Reading reading)
    {
        var found = new List<Match>();
        foreach (var rule in rules)
        {
            if (Matcher.Try(rule, reading) is { } match)
            {
                found.Add(match);
            }
        }

        return found;
    }
}
