using System.Buffers;
using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Scan;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>What is named only to leave it out: 除了白沙、双桥, 苇场不算, apart from Chengxi and Hubin.</summary>
internal sealed class Exclusions(Reading reading)
{
    /// <summary>How far a list of what is left out may go, in characters.</summary>
    private const int LongestList = 24;
    private static readonly SearchValues<char> Ends = SearchValues.Create(",。?!;:的外");
    private readonly List<Hit> _before = reading.Hits[Entity.LeavingOut];
    private readonly List<Hit> _after = reading.Hits[Entity.LeftOut];

    /// <summary>A word that leaves something out was said.</summary>
    public bool IsAny => _before.Count + _after.Count > 0;

    /// <summary>True when the name or group from start to end is left out.</summary>
    public bool Covers(int start, int end) => (_before.Count > 0 && IsBehind(start)) || (_after.Count > 0 && IsAhead(end));

    private bool IsBehind(int start)
    {
        foreach (var word in _before)
        {
            if (word.End <= start && start - word.End <= LongestList && IsList(reading.Text.AsSpan(word.End, start - word.End), atEnd: true))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAhead(int end)
    {
        foreach (var word in _after)
        {
            if (word.Start >= end && word.Start - end <= LongestList && (reading.SkipFrom(end) >= word.Start || IsList(reading.Text.AsSpan(end, word.Start - end), atEnd: false)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Nothing, or words of one sentence part that a join parts from the name.</summary>
    private bool IsList(ReadOnlySpan<char> between, bool atEnd)
    {
        between = between.Trim();
        if (between.IsEmpty)
        {
            return true;
        }

        var joins = reading.Content.Spots.Joins;
        return (atEnd ? joins.Before(between) : joins.At(between)) > 0 && between.IndexOfAny(Ends) < 0;
    }
}
