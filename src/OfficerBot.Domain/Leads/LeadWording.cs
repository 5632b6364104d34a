using System.Text.RegularExpressions;

namespace OfficerBot.Domain.Leads;

/// <summary>A lead's text, changed in one place or added to, as people correct themselves: 是3家不是2家, 应该是15吨, 补充：另有6人参加.</summary>
public static partial class LeadWording
{
    private const int ShortestText = 12;

    private const string Numeral = @"[0-9〇零一二两三四五六七八九十百千万亿][0-9,，.〇零一二两三四五六七八九十百千万亿]*";

    /// <summary>The text with <paramref name="now"/> in the place of what it replaces.</summary>
    /// <param name="old">What was wrong, as said; null when only the right words were said, and then a figure takes the place of the only one of its measure.</param>
    /// <returns>Null when the place is not there, or there are several.</returns>
    public static string? Replaced(string text, string? old, string now)
    {
        if (old is { Length: > 0 } && OnlyPlace(text, old) is { } place)
        {
            return Fitted(text[..place], now, text[(place + old.Length)..]);
        }

        if (Figure().Match(now) is not { Success: true } figure)
        {
            return null;
        }

        var same = Regex.Matches(text, $"{Numeral}\\s*{Regex.Escape(figure.Groups["measure"].Value)}", RegexOptions.NonBacktracking);
        return same.Count == 1 ? text[..same[0].Index] + now + text[(same[0].Index + same[0].Length)..] : null;
    }

    /// <summary>True for a figure with its measure and nothing else, which never is the whole of a lead.</summary>
    public static bool IsFigure(string words) => Figure().IsMatch(words);

    /// <summary>True for a word or two said of a longer text: they replace some of it, never all.</summary>
    public static bool IsScrap(string words, string text) => words.Length < ShortestText && words.Length * 3 < text.Length;

    /// <summary>The text with a supplement behind it.</summary>
    public static string Supplemented(string text, string more)
    {
        var said = text.TrimEnd();
        var isChinese = said.Any(c => c is >= '\u4E00' and <= '\u9FFF');
        return said.Length > 0 && said[^1] is '。' or '.' or '！' or '!' or '？' or '?' or '；' or ';'
            ? $"{said}{(isChinese ? "" : " ")}{more}"
            : $"{said}{(isChinese ? "。" : ". ")}{more}";
    }

    // 责令2家，不是1家: what stands around the place already is not said twice.
    private static string Fitted(string before, string now, string after)
    {
        var head = Enumerable.Range(0, now.Length).Last(n => before.EndsWith(now[..n], StringComparison.Ordinal));
        var tail = Enumerable.Range(0, now.Length - head).Last(n => after.StartsWith(now[^n..], StringComparison.Ordinal) || n == 0);
        return before + now[head..(now.Length - tail)] + after;
    }

    private static int? OnlyPlace(string text, string words)
    {
        var places = Places(text, words).Take(2).ToList();
        return places.Count == 1 ? places[0] : null;
    }

    // 2家 does not stand in 12家.
    private static IEnumerable<int> Places(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !char.IsAsciiDigit(words[0]) || !(char.IsAsciiDigit(text[at - 1]) || text[at - 1] == '.'))
            {
                yield return at;
            }
        }
    }

    [GeneratedRegex($"^{Numeral}\\s*(?<measure>[\u4E00-\u9FFF]{{1,4}}|%|[A-Za-z]{{1,14}})$", RegexOptions.NonBacktracking)]
    private static partial Regex Figure();
}
