using OfficerBot.Conversation.Understanding.Content;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>An intent with its score (about 0 to 110) and the rules that made it.</summary>
internal sealed record Scored(IntentRules Intent, int Score, Match Best, IReadOnlyList<Match> Against);

/// <summary>Scores all intents: the best rule for, a point for each further one, less what speaks against.</summary>
internal static class Scoring
{
    /// <summary>In talk a request so strong is kept, whatever speaks against it: that may belong to another clause.</summary>
    private const int Strong = 70;

    /// <summary>The intents that score at all, best first; ties in the order of the files.</summary>
    public static List<Scored> Of(LanguageContent content, Reading reading)
    {
        var held = Matches(content.Rules.For(reading.Hits), reading);
        List<Match>? general = null;
        var found = new List<Scored>();
        var from = 0;
        foreach (var intent in content.Intents)
        {
            // The rules come in the order of the intents, so what holds lies together.
            var to = from;
            while (to < held.Count && held[to].Rule.Intent == intent.Name)
            {
                to++;
            }

            if (to > from)
            {
                List<Match> against = [.. Matches(intent.Against, reading), .. general ??= Matches(content.Everywhere.Against, reading)];
                var best = Heaviest(held, from, to);
                var score = best.Rule.Weight + Math.Min(to - from - 1, 5) + against.Sum(m => m.Rule.Weight);
                found.Add(new(intent, score, best, against));
            }

            from = to;
        }

        found.RemoveAll(s => s.Score <= 0 && (reading.IsAddressed || s.Best.Rule.Weight < Strong));
        return found.Count < 2 ? found : [.. found.OrderByDescending(s => s.Score)];
    }

    /// <summary>The first of the heaviest.</summary>
    private static Match Heaviest(List<Match> held, int from, int to)
    {
        var best = held[from];
        for (var i = from + 1; i < to; i++)
        {
            best = held[i].Rule.Weight > best.Rule.Weight ? held[i] : best;
        }

        return best;
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
