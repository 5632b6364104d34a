using System.Text;

namespace OfficerBot.Protocol.Activities;

/// <summary>
/// Mends JSON text in which a client cut a character in half. JavaScript writes half an emoji as a single
/// \ud83d escape; .NET can read such a document but throws when the string is used.
/// </summary>
internal static class LoneSurrogates
{
    private const string Replacement = "\\ufffd";

    /// <summary>True when some escape is half a character.</summary>
    public static bool AreIn(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0)
        {
            return false;
        }

        var text = Encoding.UTF8.GetString(json);
        return Mend(text) != text;
    }

    /// <summary>The same JSON text with every unpaired surrogate escape replaced by U+FFFD; the same instance when there is none.</summary>
    public static string Mend(string json)
    {
        if (!json.Contains("\\ud", StringComparison.OrdinalIgnoreCase))
        {
            return json;
        }

        var mended = new StringBuilder(json.Length);
        for (var at = 0; at < json.Length;)
        {
            at += Copy(json, at, mended);
        }

        return mended.ToString();
    }

    /// <summary>Copies one character, escape, or pair of escapes; returns how many characters it has consumed.</summary>
    private static int Copy(string json, int at, StringBuilder mended)
    {
        if (json[at] != '\\' || at + 1 >= json.Length)
        {
            mended.Append(json[at]);
            return 1;
        }

        if (Escaped(json, at) is not { } first || !char.IsSurrogate(first))
        {
            mended.Append(json, at, 2);
            return 2;
        }

        if (char.IsHighSurrogate(first) && Escaped(json, at + 6) is { } second && char.IsLowSurrogate(second))
        {
            mended.Append(json, at, 12);
            return 12;
        }

        mended.Append(Replacement);
        return 6;
    }

    private static char? Escaped(string json, int at) =>
        at + 6 <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? (char)code
            : null;
}
