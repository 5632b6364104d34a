using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Scan;
using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>Finds what has a shape instead of a spelling: phones, addresses, @people, quantities, titles, quotes, numbers.</summary>
internal static class Literals
{
    private const int LongestWord = 200;

    /// <summary>With its points and commas; what goes on (1.1.1.1.…) is no figure.</summary>
    private const int LongestFigure = 40;
    private const string Measures = "个名人次公里平方米吨件起家处座亩条篇场辆台套份户栋口艘头万亿元株只张册项批余多户艘眼支组";

    /// <summary>Adds the hits of a folded text up to a position.</summary>
    /// <param name="words">The words of the text: the bot's own name is nobody's.</param>
    public static void Find(string text, int limit, HitTable hits, List<Hit> words)
    {
        for (var i = 0; i < limit; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c) && (i == 0 || !char.IsAsciiDigit(text[i - 1])))
            {
                Figures(text, i, hits);
            }
            else if (c is '《' or '"' or '@')
            {
                Marked(text, i, c, hits, words);
            }
            else if (c is 'h' or 'w' && (At(text, i, "http://") || At(text, i, "https://") || At(text, i, "www.")))
            {
                hits.Add(new(Entity.Url, i, WordEnd(text, i)));
            }
            else if (Dates.Cursor.IsChineseNumeral(c) && (i == 0 || !Dates.Cursor.IsChineseNumeral(text[i - 1])))
            {
                var cursor = new Dates.Cursor(text, i);
                cursor.Number();
                hits.Add(new(Entity.Number, i, Math.Max(cursor.At, i + 1)));
            }
        }
    }

    private static bool At(string text, int at, string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0;

    private static int WordEnd(string text, int at)
    {
        var longest = Math.Min(text.Length, at + LongestWord);
        while (at < longest && char.IsAscii(text[at]) && text[at] is not (' ' or '\n' or ',' or '"' or ')'))
        {
            at++;
        }

        return at;
    }

    private static void Figures(string text, int start, HitTable hits)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        if (PhoneEnd(text, start, end) is { } phone)
        {
            hits.Add(new(Entity.Phone, start, phone));
            return;
        }

        if (end - start <= 3)
        {
            hits.Add(new(Entity.Number, start, end));
        }

        var after = end;
        while (after - start < LongestFigure && after + 1 < text.Length && text[after] is '.' or ',' && char.IsAsciiDigit(text[after + 1]))
        {
            after++;
            while (after < text.Length && char.IsAsciiDigit(text[after]))
            {
                after++;
            }
        }

        if (after < text.Length && (text[after] == '%' || Measures.Contains(text[after], StringComparison.Ordinal) || IsMeasured(text, after)))
        {
            hits.Add(new(Entity.Quantity, start, after + 1));
        }
    }

    /// <summary>English: a figure and then a plural noun or a unit, perhaps with a word between (30 brick kilns).</summary>
    private static bool IsMeasured(string text, int after)
    {
        if (text[after] != ' ')
        {
            return false;
        }

        var end = WordEnd(text, after + 1);
        return IsCounted(text.AsSpan(after + 1, end - after - 1))
            || (end < text.Length && text[end] == ' ' && WordEnd(text, end + 1) is var next && next - end > 4 && text[next - 1] == 's' && IsCounted(text.AsSpan(end + 1, next - end - 1)));
    }

    private static bool IsCounted(ReadOnlySpan<char> word)
        => word.Length > 1 && char.IsAsciiLetter(word[0]) && (word[^1] == 's' || word is "km" or "kg" or "mu" or "tonnes" or "percent" or "people" or "river" or "illegal");

    /// <summary>Where a phone number ends that starts here: 11 digits from 1, also parted (199 0000 1234), or a landline 0737-2700000.</summary>
    private static int? PhoneEnd(string text, int start, int end)
    {
        if (end - start == 11 && text[start] == '1')
        {
            return end;
        }

        if (end - start is 3 or 4 or 7 && text[start] is '1' or '0')
        {
            var (digits, at) = (end - start, end);
            while (at < text.Length && digits < 12 && (char.IsAsciiDigit(text[at]) || (text[at] is '-' or ' ' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))))
            {
                digits += char.IsAsciiDigit(text[at]) ? 1 : 0;
                at++;
            }

            return digits is 11 or 12 && (text[start] == '0' || digits == 11) && text[end] is '-' or ' ' ? at : null;
        }

        return end - start is 11 or 12 && text[start] == '0' ? end : null;
    }

    private static void Marked(string text, int at, char mark, HitTable hits, List<Hit> words)
    {
        if (mark == '@')
        {
            Mention(text, at, hits, words);
            return;
        }

        var close = text.IndexOf(mark == '《' ? '》' : '"', at + 1);
        if (close > at + 1 && close - at < 200 && (mark == '《' || !hits[Entity.Quote].Any(q => q.End == at + 1)))
        {
            hits.Add(new(mark == '《' ? Entity.Title : Entity.Quote, at, close + 1));
        }
    }

    private static void Mention(string text, int at, HitTable hits, List<Hit> words)
    {
        var before = at;
        while (before > 0 && char.IsAscii(text[before - 1]) && (char.IsAsciiLetterOrDigit(text[before - 1]) || text[before - 1] is '.' or '_' or '-' or '+'))
        {
            before--;
        }

        var end = WordEnd(text, at + 1);
        if (before < at && text[at..end].Contains('.', StringComparison.Ordinal))
        {
            hits.Add(new(Entity.Address, before, end));
            return;
        }

        end = at + 1;
        while (end < text.Length && end - at < 12 && (char.IsAsciiLetterOrDigit(text[end]) || CharTables.IsHan(text[end])))
        {
            end++;
        }

        if (end > at + 1 && before == at && !words.Exists(w => w.Id == Entity.BotName && w.Start == at + 1))
        {
            hits.Add(new(Entity.Someone, at, end));
        }
    }
}
