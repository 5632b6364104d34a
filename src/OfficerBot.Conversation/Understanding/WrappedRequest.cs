using System.Buffers;
using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Matching;

namespace OfficerBot.Conversation.Understanding;

/// <summary>A question said to nobody in a group, with a clause of reasons, courtesies or complaints beside it: 愁死了，谁有周晓燕的电话，他等着.</summary>
internal static class WrappedRequest
{
    /// <summary>Longer messages tell something.</summary>
    private const int Longest = 70;
    private const int ShortestClause = 5;

    /// <summary>What speaks against a request so heavily counts wherever it stands: other things, other people.</summary>
    private const int Overriding = -100;

    /// <summary>The strongest request alone, and one behind it.</summary>
    private const int Tried = 2;
    private static readonly SearchValues<char> Breaks = SearchValues.Create(",。!?;…\n");

    /// <summary>Where the clause of a request stands that only words of other clauses speak against, and what it asks.</summary>
    public static IEnumerable<(int From, int To, string Intent)> Places(Reading reading, List<Scored> scored)
    {
        if (reading.IsAddressed || !reading.Context.IsGroup || reading.Text.Length > Longest || reading.Context.Pending is not null)
        {
            yield break;
        }

        foreach (var request in scored.Take(Tried))
        {
            var (from, to) = Clause(reading, request.Best);
            var isPart = to - from >= ShortestClause && (from > 0 || to < reading.Text.Length);
            if (isPart && IsAsked(request.Intent.Name, from, to, reading) && request.Against.Any(a => IsOutside(a, from, to)) && !request.Against.Any(a => Counts(a, from, to)))
            {
                yield return (from, to, request.Intent.Name);
            }
        }
    }

    private static (int From, int To) Clause(Reading reading, Match request)
    {
        var from = Math.Min(request.Start, reading.Text.Length);
        while (from > 0 && !IsBreak(reading.Text, from - 1) && !reading.Folded.HasGapBefore(from))
        {
            from--;
        }

        var to = request.End;
        while (to < reading.Text.Length && !IsBreak(reading.Text, to) && !reading.Folded.HasGapBefore(to))
        {
            to++;
        }

        return (from, to < reading.Text.Length && reading.Text[to] == '?' ? to + 1 : to);
    }

    private static bool IsBreak(string text, int at) => Breaks.Contains(text[at]) || (text[at] == '.' && at + 1 < text.Length && text[at + 1] == ' ');

    /// <summary>A question by its words; that a medium used a lead is told. Who asks for a number names whose.</summary>
    private static bool IsAsked(string intent, int from, int to, Reading reading) => intent switch
    {
        "mark_published" => true,
        "find_contact" => reading.Content.Spots.Inquiring.IsIn(reading.Text.AsSpan(from, to - from)) && (Names(reading, from, to) || reading.Hits[Entity.Phone].Exists(h => h.Start >= from && h.End <= to)),
        "who_missing" or "ranking" or "deadline_query" or "roster_missing" or "task_progress" or "my_status" => reading.Content.Spots.Inquiring.IsIn(reading.Text.AsSpan(from, to - from)),
        _ => false,
    };

    private static bool Names(Reading reading, int from, int to) => reading.NameHits.Exists(n => n.Start >= from && n.End <= to);

    private static bool IsOutside(Match against, int from, int to) => against.End <= from || against.Start >= to;

    /// <summary>What speaks heavily against it, and what does in both its clause and another's.</summary>
    private static bool Counts(Match against, int from, int to) => against.Rule.Weight <= Overriding || (!IsOutside(against, from, to) && (against.Start < from || against.End > to));
}
