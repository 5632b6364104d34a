using System.Text;

namespace OfficerBot.Documents.Packages;

/// <summary>Removes what XML 1.0 cannot hold, because officers paste it from chat and one such character makes Word refuse the file.</summary>
internal static class LegalText
{
    /// <summary>Drops C0 controls (except tab, LF, CR), lone surrogates and U+FFFE/U+FFFF; CRLF and CR become LF.</summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsClean(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            i += Append(clean, text, i);
        }

        return clean.ToString();
    }

    /// <summary>As <see cref="Clean"/>, and every run of line breaks and tabs becomes one space.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', Clean(text).Split(['\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>The first <paramref name="limit"/> UTF-16 units of the text, never half a surrogate pair.</summary>
    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        return char.IsHighSurrogate(text[limit - 1]) ? text[..(limit - 1)] : text[..limit];
    }

    private static bool IsClean(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' and not ('\t' or '\n') or >= '\uD800' and <= '\uDFFF' or '\uFFFE' or '\uFFFF')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Appends what stands at <paramref name="i"/>; returns how many units more than one were used.</summary>
    private static int Append(StringBuilder clean, string text, int i)
    {
        var c = text[i];
        var next = i + 1 < text.Length ? text[i + 1] : '\0';
        if (char.IsHighSurrogate(c) && char.IsLowSurrogate(next))
        {
            clean.Append(c).Append(next);
            return 1;
        }

        if (c == '\r')
        {
            clean.Append('\n');
            return next == '\n' ? 1 : 0;
        }

        if (c is '\t' or '\n' or >= ' ' && !char.IsSurrogate(c) && c < '\uFFFE')
        {
            clean.Append(c);
        }

        return 0;
    }
}
