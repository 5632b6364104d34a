using System.Text;

namespace OfficerBot.Domain.Text;

/// <summary>
/// Text as it may be kept: PostgreSQL refuses NUL and lone surrogates, XML refuses most control characters, and an input method or a cut emoji
/// produces both. Applied once, at the door.
/// </summary>
public static class CleanText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text without NUL, other C0 controls, U+FFFE and U+FFFF (line feed and tab stay, CR LF and CR become LF), lone surrogates replaced by U+FFFD.</summary>
    public static string Of(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsPlain(text[i]))
            {
                return Clean(text);
            }
        }

        return text;
    }

    private static bool IsPlain(char letter) => letter is '\n' or '\t' || (letter is >= ' ' and < '\uFFFE' && !char.IsSurrogate(letter));

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsHighSurrogate(letter) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(letter).Append(text[++i]);
            }
            else if (char.IsSurrogate(letter))
            {
                clean.Append(Replacement);
            }
            else if (letter == '\r')
            {
                clean.Append('\n');
                i += i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
            }
            else if (IsPlain(letter))
            {
                clean.Append(letter);
            }
        }

        return clean.ToString();
    }
}
