using System.Text;

namespace OfficerBot.Documents.Mail;

/// <summary>Text cut into Unicode scalars, so that no encoded piece ever holds half a character.</summary>
internal static class MailText
{
    /// <summary>Lone surrogates come out as U+FFFD.</summary>
    public static IEnumerable<Rune> Runes(string text) => text.EnumerateRunes();

    public static string FirstRunes(string text, int count) => string.Concat(Runes(text).Take(count));

    /// <summary>The longest start of the text that is at most so many UTF-8 bytes.</summary>
    public static string FirstBytes(string text, int bytes) => Pieces(text, _ => bytes, Utf8Length).FirstOrDefault() ?? "";

    public static int Utf8Length(Rune rune) => rune.Utf8SequenceLength;

    /// <summary>Cuts greedily; <paramref name="room"/> says how much fits into the n-th piece, measured by <paramref name="weigh"/>.</summary>
    public static IEnumerable<string> Pieces(string text, Func<int, int> room, Func<Rune, int> weigh)
    {
        var piece = new StringBuilder();
        var (index, used) = (0, 0);
        foreach (var rune in Runes(text))
        {
            if (used + weigh(rune) > room(index) && used > 0)
            {
                yield return piece.ToString();
                piece.Clear();
                (index, used) = (index + 1, 0);
            }

            piece.Append(rune.ToString());
            used += weigh(rune);
        }

        if (piece.Length > 0)
        {
            yield return piece.ToString();
        }
    }

    public static bool IsPlainAscii(string text) => text.All(c => c is >= ' ' and <= '~');
}
