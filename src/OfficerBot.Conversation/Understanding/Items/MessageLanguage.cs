using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Items;

/// <summary>The language a message is written in.</summary>
public static class MessageLanguage
{
    /// <summary><c>zh</c>, <c>en</c>, or null where the text has no letters of either (a number, a picture).</summary>
    public static string? Of(string text)
    {
        var (han, latin) = (0, 0);
        var inWord = false;
        foreach (var c in text)
        {
            var letter = char.IsAsciiLetter(c);
            latin += letter && !inWord ? 1 : 0;
            inWord = letter;
            han += CharTables.IsHan(c) ? 1 : 0;
        }

        return han == 0 && latin == 0 ? null : han >= latin ? "zh" : "en";
    }
}
