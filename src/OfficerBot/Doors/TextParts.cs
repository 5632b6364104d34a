using System.Buffers;

namespace OfficerBot.Doors;

/// <summary>Cuts long text where a reader would: between paragraphs, else lines, else sentences, else words; never inside a character or a mention.</summary>
internal static class TextParts
{
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。！？；!?;…");
    private static readonly SearchValues<char> WordEnds = SearchValues.Create("，、,： \t");

    private const string MentionBegins = "<at>";
    private const string MentionEnds = "</at>";

    /// <summary>From so many parts on they are numbered.</summary>
    private const int Numbered = 4;

    /// <summary>Room for "(10/12) ".</summary>
    private const int NumberLength = 12;

    /// <summary>The parts in order; the text itself when it is short enough. Nothing but white space at the cuts is lost.</summary>
    /// <param name="most">What a part may cost as JSON text; at least 100.</param>
    public static IReadOnlyList<string> Of(string text, int most)
    {
        if (Cost(text) <= most)
        {
            return [text];
        }

        var parts = Cut(text, most - NumberLength);
        return parts.Count < Numbered ? parts : [.. parts.Select((p, i) => $"({i + 1}/{parts.Count}) {p}")];
    }

    /// <summary>How long text is when written as JSON.</summary>
    public static int Cost(ReadOnlySpan<char> text)
    {
        var cost = 0;
        foreach (var c in text)
        {
            cost += Cost(c);
        }

        return cost;
    }

    // Line ends, quotes and backslashes take two, what is beyond the basic plane, and controls, six each half.
    private static int Cost(char c) => c is '\n' or '\r' or '\t' or '"' or '\\' ? 2 : char.IsSurrogate(c) || char.IsControl(c) ? 6 : 1;

    private static List<string> Cut(string text, int most)
    {
        var parts = new List<string>();
        var rest = text.AsSpan();
        while (Cost(rest) > most)
        {
            var at = CutIn(rest, Fits(rest, most));
            parts.Add(rest[..at].TrimEnd().ToString());
            rest = rest[at..].TrimStart("\r\n ");
        }

        if (rest.Length > 0)
        {
            parts.Add(rest.ToString());
        }

        parts.RemoveAll(p => p.Length == 0);
        return parts;
    }

    private static int Fits(ReadOnlySpan<char> text, int most)
    {
        var at = 0;
        for (var cost = 0; at < text.Length && (cost += Cost(text[at])) <= most; at++)
        {
            // as far as it goes
        }

        return at;
    }

    // A break in the first half would make needlessly many parts; then the next best kind is taken.
    private static int CutIn(ReadOnlySpan<char> text, int end)
    {
        var window = text[..end];
        var at = Best(window.LastIndexOf("\n\n") + 2, window.LastIndexOf('\n') + 1, window.LastIndexOfAny(SentenceEnds) + 1, window.LastIndexOfAny(WordEnds) + 1, end);
        return Whole(text, OutsideMention(text, at));
    }

    private static int Best(int paragraph, int line, int sentence, int word, int end) =>
        paragraph > end / 2 ? paragraph : line > end / 2 ? line : sentence > end / 2 ? sentence : word > end / 2 ? word : end;

    private static int OutsideMention(ReadOnlySpan<char> text, int at)
    {
        var begins = text[..Math.Min(at + MentionBegins.Length - 1, text.Length)].LastIndexOf(MentionBegins); // also one whose tag the cut goes through
        if (begins <= 0 || begins >= at)
        {
            return at;
        }

        var ends = text[begins..].IndexOf(MentionEnds);
        return ends >= 0 && begins + ends + MentionEnds.Length > at ? begins : at;
    }

    // Pairs, marks that stand on the letter before, and emoji joined by U+200D stay together.
    private static int Whole(ReadOnlySpan<char> text, int at)
    {
        var whole = at;
        while (whole > 1 && whole < text.Length && Sticks(text[whole - 1], text[whole]))
        {
            whole--;
        }

        return whole > 1 ? whole : at;
    }

    private static bool Sticks(char before, char c) => char.IsLowSurrogate(c) || before == '\u200d' || c is '\u200d' or '\ufe0f'
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
