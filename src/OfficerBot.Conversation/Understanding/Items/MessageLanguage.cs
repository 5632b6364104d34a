using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Items;

/// <summary>The language a message is written in.</summary>
public static class MessageLanguage
{
    /// <summary><c>zh</c>, <c>en</c>, or null where the text has no letters of either (a number, a picture, a web address).</summary>
    public static string? Of(string text)
    {
        var (han, latin) = (0, 0);
        var inWord = false;
        for (var i = 0; i < text.Length; i++)
        {
            i = AfterAddress(text, i);
            var c = i < text.Length ? text[i] : ' ';
            var letter = char.IsAsciiLetter(c);
            latin += letter && !inWord ? 1 : 0;
            inWord = letter;
            han += CharTables.IsHan(c) ? 1 : 0;
        }

        return han == 0 && latin == 0 ? null : han >= latin ? "zh" : "en";
    }

    // Its letters are of no language.
    private static int AfterAddress(string text, int at)
    {
        var rest = text.AsSpan(at);
        if (text[at] is not ('h' or 'H') || !(rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)))
        {
            return at;
        }

        var length = rest.IndexOfAnyExceptInRange('!', '~');
        return length < 0 ? text.Length : at + length;
    }
}
