namespace OfficerBot.Domain.Leads;

/// <summary>Makes a lead's title from its text: the first sentence of its first line, cut at a comma when it is long.</summary>
public static class LeadTitle
{
    /// <summary>Longest title, in UTF-16 units.</summary>
    public const int Most = 60;

    private const int Least = 8;

    /// <summary>The title, never empty for a text with anything in it.</summary>
    public static string From(string text)
    {
        var line = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "";
        var sentence = FirstSentence(line);
        return sentence.Length <= Most ? sentence : Shorten(sentence);
    }

    private static string FirstSentence(string line)
    {
        for (var i = Least; i < line.Length; i++)
        {
            if (line[i] is '。' or '！' or '？' or '；' or '!' or '?' or ';' || (line[i] == '.' && (i + 1 == line.Length || line[i + 1] == ' ')))
            {
                return line[..i];
            }
        }

        return line.TrimEnd('。', '！', '？', '；', '!', '?', ';');
    }

    private static string Shorten(string sentence)
    {
        var comma = sentence.AsSpan(0, Most).LastIndexOfAny("，、,：:");
        if (comma >= Least)
        {
            return sentence[..comma];
        }

        var end = char.IsHighSurrogate(sentence[Most - 2]) ? Most - 2 : Most - 1;
        var word = sentence.LastIndexOf(' ', end); // only languages with blanks have one
        return sentence[..(word > Most / 2 ? word : end)] + "…";
    }
}
