using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Scan;

namespace OfficerBot.Conversation.Understanding.Items;

/// <summary>
/// Suggests the category (宣传重点 1–7) of a lead by the classes 宣传重点1 … 宣传重点7 of the words files, asked in the order feedback (6), case (4),
/// people's gain (5), rectification (2), inspection (1), other by name (7), pollution battle (3).
/// </summary>
public sealed class CategorySuggester
{
    private static readonly int[] Order = [6, 4, 5, 2, 1, 7, 3];
    private readonly Dictionary<int, int> _classes = [];

    internal CategorySuggester(WordBook words)
    {
        foreach (var category in Order)
        {
            _classes[category] = words.Declare("宣传重点" + category);
            words.Use(_classes[category]);
        }
    }

    /// <summary>The category of a stretch, or null when no word points to one.</summary>
    internal int? Of(HitTable hits, int start, int end)
    {
        foreach (var category in Order)
        {
            foreach (var hit in hits[_classes[category]])
            {
                if (hit.Start >= start && hit.End <= end)
                {
                    return category;
                }
            }
        }

        return null;
    }
}
