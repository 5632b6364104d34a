using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Scan;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>A rule that matched, with the words its captures took.</summary>
internal sealed record Match(Rule Rule, int Start, int End, IReadOnlyList<(string Slot, int Start, int End)> Captures);

/// <summary>
/// Matches a rule against a message: keeps the set of places each element can end at, so time is elements × hits, never a back-track.
/// </summary>
internal static class Matcher
{
    /// <summary>What <c>..</c> may span, in characters.</summary>
    public const int ShortGap = 24;
    private const int MaxStates = 32;

    /// <summary>Of a word repeated without end only the first places and the last count.</summary>
    private const int FirstHits = 20;
    private const int LastHits = 6;

    [ThreadStatic]
    private static List<State>? _steps;

    /// <summary>The match, or null.</summary>
    public static Match? Try(Rule rule, Reading reading)
    {
        var present = false;
        foreach (var id in rule.RequiredRow)
        {
            if (id < 0 && !present)
            {
                return null;
            }

            present = id >= 0 && (present || reading.Hits.Has(id));
        }

        return !Present(rule.Without, reading.Hits) && Circumstances(rule, reading) ? Walk(rule, reading) : null;
    }

    private static bool Present(int[] group, HitTable hits)
    {
        foreach (var id in group)
        {
            if (hits.Has(id))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Circumstances(Rule rule, Reading reading)
    {
        var (needs, context) = (rule.Needs, reading.Context);
        if (needs == Needs.Nothing)
        {
            return true;
        }

        var fails = (needs.HasFlag(Needs.Addressed) && !reading.IsAddressed)
            || (needs.HasFlag(Needs.Unaddressed) && reading.IsAddressed)
            || (needs.HasFlag(Needs.Personal) && context.IsGroup)
            || (needs.HasFlag(Needs.Group) && !context.IsGroup)
            || (needs.HasFlag(Needs.Free) && context.IsAsked)
            || (needs.HasFlag(Needs.Brief) && !IsBrief(reading.Text))
            || (needs.HasFlag(Needs.Last) && (context.LastIntent is null || (rule.LastKinds.Count > 0 && !rule.LastKinds.Contains(context.LastIntent))))
            || (needs.HasFlag(Needs.Quoting) && (context.Quoting is null || (rule.QuotingKinds.Count > 0 && !rule.QuotingKinds.Contains(context.Quoting))))
            || (needs.HasFlag(Needs.Pending) && rule.PendingKinds.Count == 0 && !context.IsAsked);
        return !fails && (rule.PendingKinds.Count == 0 || (context.Pending is { } kind && rule.PendingKinds.Contains(kind)));
    }

    /// <summary>At most 20 characters, in English 40.</summary>
    private static bool IsBrief(string text) => text.Length <= 20 || (text.Length <= 40 && char.IsAsciiLetter(text[0]));

    private static Match? Walk(Rule rule, Reading reading)
    {
        var steps = _steps ??= new(64);
        steps.Clear();
        steps.Add(new(0, 0, -1, -1));
        var (from, to) = (0, 1);
        for (var e = 0; e < rule.Elements.Length; e++)
        {
            var element = rule.Elements[e];
            var anywhere = e == 0 && !rule.Anchored && element.Capture is null && !element.IsEnd;
            var added = steps.Count;
            Advance(element, e, anywhere, reading, steps, from, to);
            if (element.Optional)
            {
                for (var s = from; s < to && steps.Count < 500; s++)
                {
                    steps.Add(steps[s]);
                }
            }

            (from, to) = (added, steps.Count);
            if (from == to)
            {
                return null;
            }
        }

        return Collect(rule, steps, from);
    }

    private static void Advance(Element element, int index, bool anywhere, Reading reading, List<State> steps, int from, int to)
    {
        if (element.IsEnd)
        {
            Reach(element, index, reading.Text.Length, reading.Text.Length, false, reading, steps, from, to);
            return;
        }

        foreach (var id in element.Classes)
        {
            var hits = reading.Hits[id];
            for (var h = 0; h < hits.Count && steps.Count - to < MaxStates; h++)
            {
                h = h == FirstHits ? Math.Max(h, hits.Count - LastHits) : h;
                Reach(element, index, hits[h].Start, hits[h].End, anywhere, reading, steps, from, to);
            }
        }
    }

    private static void Reach(Element element, int index, int start, int end, bool anywhere, Reading reading, List<State> steps, int from, int to)
    {
        for (var s = from; s < to; s++)
        {
            if (anywhere || Reachable(element.Gap, steps[s].End, start, reading))
            {
                steps.Add(new(start, end, index, s));
                return;
            }
        }
    }

    private static bool Reachable(Gap gap, int end, int start, Reading reading) => start >= end && gap switch
    {
        Gap.None => start <= Math.Max(end, reading.SkipFrom(end)),
        Gap.Short => start - end <= ShortGap || start <= reading.SkipFrom(end),
        _ => true,
    };

    private static Match Collect(Rule rule, List<State> steps, int last)
    {
        List<(string Slot, int Start, int End)>? captures = null;
        var first = steps[last].Start;
        for (var s = last; s >= 0; s = steps[s].Previous)
        {
            var state = steps[s];
            if (state.Element >= 0)
            {
                first = state.Start;
                if (rule.Elements[state.Element].Capture is { } slot)
                {
                    (captures ??= []).Add((slot, state.Previous < 0 ? 0 : steps[state.Previous].End, state.Start));
                }
            }
        }

        captures?.Reverse();
        return new(rule, first, steps[last].End, captures ?? (IReadOnlyList<(string, int, int)>)[]);
    }

    private readonly record struct State(int Start, int End, int Element, int Previous);
}
