using NodaTime;

namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>
/// Other readings of a phrase that the language itself leaves open; our conventions choose the first. Which half of the day a bare hour is in, on which
/// side of today a bare weekday, day or month lies, whether 之后, 前 and 从…到 count their edge, whether 第一周 is seven days or a calendar week.
/// </summary>
internal static class OtherReadings
{
    /// <summary>More than so many are no help to anyone.</summary>
    private const int Most = 8;

    private static readonly string?[] Sides = [null, "past", "future"];

    /// <summary>The others, without those that give the same stretch or cannot be.</summary>
    public static IReadOnlyList<TimeSpanSaid> Of(DatePhrase phrase, TimeSpanSaid chosen, DateConventions conventions, DateContext context)
    {
        if (phrase.Repeat != Repeat.None || phrase.IsNow)
        {
            return [];
        }

        var others = new List<TimeSpanSaid>();
        var known = new HashSet<(LocalDateTime?, LocalDateTime?)> { (chosen.Start, chosen.End) };
        foreach (var other in Phrases(phrase))
        {
            foreach (var side in Sides)
            {
                var span = new PhraseResolver(conventions, context with { Prefer = side }).Resolve(other, chosen.Words).Span;
                if (others.Count < Most && span is { IsImpossible: false, UnknownYear: null } && known.Add((span.Start, span.End)))
                {
                    others.Add(span);
                }
            }
        }

        return others;
    }

    private static IEnumerable<DatePhrase> Phrases(DatePhrase phrase)
    {
        foreach (var half in Halves(phrase))
        {
            yield return half;
            if (HasOpenEdge(half))
            {
                yield return half with { EdgeOtherwise = true };
            }
        }

        if (phrase.From is { WeekOfMonth: { } week })
        {
            yield return phrase with { From = phrase.From with { WeekOfMonth = null, Inside = new(week, 1, Step.Week) { ByCalendar = true } } };
        }
    }

    /// <summary>The phrase as it is, then with every bare hour in the morning, and in the afternoon.</summary>
    private static IEnumerable<DatePhrase> Halves(DatePhrase phrase)
    {
        yield return phrase;
        if (!IsOpen(phrase.From) && !(phrase.To is { } to && IsOpen(to)))
        {
            yield break;
        }

        foreach (var by in (int[])[0, 12])
        {
            yield return phrase with { From = Fixed(phrase.From, by), To = phrase.To is null ? null : Fixed(phrase.To, by) };
        }
    }

    /// <summary>5点, 5:00; not 05:00, 下午5点, 17点 or 12点.</summary>
    private static bool IsOpen(DatePart part) => part is { Hour: >= 1 and <= 11, ExactHour: false, PartOfDay: null };

    private static DatePart Fixed(DatePart part, int by) => IsOpen(part) ? part with { Hour = part.Hour + by, ExactHour = true } : part;

    private static bool HasOpenEdge(DatePhrase phrase) => phrase.IsBetween || (phrase is { Bound: Bound.After or Bound.Before, From: { HasTime: false, Festival: null, Event: null, IsEdge: false } } && phrase.BoundWindow is null);
}
