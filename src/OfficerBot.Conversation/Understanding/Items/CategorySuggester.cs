using System.Globalization;
using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Scan;

namespace OfficerBot.Conversation.Understanding.Items;

/// <summary>
/// Suggests the category (宣传重点 1–7) of a lead: the words of the classes 宣传重点N:W each speak for category N with weight W, the heaviest sum wins. Of
/// equal sums the rarer category wins: feedback (6), case (4), people's gain (5), rectification (2), inspection (1), other (7), pollution battle (3).
/// </summary>
public sealed class CategorySuggester
{
    private const string Prefix = "宣传重点";
    private const int Categories = 7;

    /// <summary>The widest category, the pollution battle.</summary>
    private const int Widest = 3;

    /// <summary>A word said again and again speaks so often at most.</summary>
    private const int MostOfOne = 2;
    private static readonly int[] Order = [6, 4, 5, 2, 1, 7, 3];
    private readonly List<(int Class, int Category, int Weight)> _classes = [];

    internal CategorySuggester(WordBook words)
    {
        foreach (var (name, id) in words.Names.Select((n, i) => (n, i)).Where(x => x.n.StartsWith(Prefix, StringComparison.Ordinal)).ToList())
        {
            if (name[Prefix.Length..].Split(':') is [var category, var weight] && int.TryParse(category, out var number) && number is >= 1 and <= Categories
                && int.TryParse(weight, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var worth))
            {
                words.Use(id);
                _classes.Add((id, number, worth));
            }
        }
    }

    /// <summary>The category of a stretch; the widest one when no word points to another.</summary>
    internal int Of(HitTable hits, int start, int end)
    {
        Span<int> sums = stackalloc int[Categories + 1];
        sums.Clear();
        foreach (var (id, category, weight) in _classes)
        {
            sums[category] += weight * Count(hits[id], start, end);
        }

        var best = Widest;
        foreach (var category in Order)
        {
            best = sums[category] > sums[best] || (best == Widest && sums[category] == sums[best] && sums[best] > 0) ? category : best;
        }

        return best;
    }

    private static int Count(List<Hit> hits, int start, int end)
    {
        var count = 0;
        foreach (var hit in hits)
        {
            count += hit.Start >= start && hit.End <= end ? 1 : 0;
        }

        return Math.Min(count, MostOfOne);
    }
}
