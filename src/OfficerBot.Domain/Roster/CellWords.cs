using System.Text;

namespace OfficerBot.Domain.Roster;

/// <summary>Cells as people fill them, without padding and full-width forms.</summary>
internal static class CellWords
{
    private static readonly char[] Separators = ['、', ';', '；', ',', '，', '/'];

    /// <summary>Without any blank; full-width letters, digits and brackets narrowed.</summary>
    public static string Squeeze(string text)
    {
        var squeezed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && c is not ('\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF'))
            {
                squeezed.Append(Narrow(c));
            }
        }

        return squeezed.ToString();
    }

    /// <summary>A name: Chinese ones without padding ("李　丹"), others with single blanks; the dots of minority names made one.</summary>
    public static string Name(string text)
    {
        var dotted = text.Replace('•', '·').Replace('‧', '·').Replace('・', '·').Replace('●', '·').Trim();
        return dotted.Any(char.IsAsciiLetter) ? string.Join(' ', dotted.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : Squeeze(dotted);
    }

    /// <summary>A cell of several values, parted by 、 ; or comma.</summary>
    public static string[] Several(string text) => text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static char Narrow(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
}
