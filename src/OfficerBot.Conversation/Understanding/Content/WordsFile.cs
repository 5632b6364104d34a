using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Content;

/// <summary>Reads words.zh.txt (words parted by spaces) and words.en.txt (parted by commas) into the word book.</summary>
internal sealed class WordsFile(string name, bool commas, WordBook book, List<ContentProblem> problems)
{
    private readonly HashSet<(string Word, int Class)> _seen = [];

    /// <summary>Reads all lines; what is wrong goes into the problems.</summary>
    public void Read(IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = Lines.Strip(lines[i]);
            if (line.StartsWith("guard ", StringComparison.Ordinal))
            {
                ReadGuard(line[6..], i + 1);
            }
            else if (line.Length > 0)
            {
                ReadClass(line, i + 1);
            }
        }
    }

    private void ReadClass(string line, int number)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        var className = equals < 0 ? "" : line[..equals].Trim();
        if (className.Length == 0 || className.Contains(' ', StringComparison.Ordinal))
        {
            problems.Add(new(name, number, $"“{line}” is not a word class.", "Write: name = word word word; or: guard word not before word word."));
            return;
        }

        if (className[0] == '@')
        {
            problems.Add(new(name, number, $"“{className}” begins with @, which is kept for what is found by reading.", "Choose another name."));
            return;
        }

        var id = book.Declare(className);
        book.Place(id, name, number);
        foreach (var word in Split(line[(equals + 1)..]))
        {
            if (word.Contains('<', StringComparison.Ordinal))
            {
                book.AddComposed(id, Parts(word));
                continue;
            }

            book.Add(id, word);
            if (!_seen.Add((Folded.Of(word).Text, id)))
            {
                problems.Add(new(name, number, $"“{word}” stands twice in the class “{className}”.", "Leave one out."));
            }
        }
    }

    /// <summary><c>&lt;没字&gt;报了</c> as <c>&lt;没字&gt;</c>, <c>报了</c>.</summary>
    private static string[] Parts(string word)
    {
        var parts = new List<string>();
        for (var at = 0; at < word.Length;)
        {
            var open = word.IndexOf('<', at + (word[at] == '<' ? 1 : 0));
            var end = word[at] == '<' && word.IndexOf('>', at) is > 0 and var close ? close + 1 : open > 0 ? open : word.Length;
            parts.Add(word[at..end].Trim());
            at = end;
        }

        return [.. parts.Where(p => p.Length > 0)];
    }

    private void ReadGuard(string line, int number)
    {
        var before = line.IndexOf(" not before ", StringComparison.Ordinal);
        var after = line.IndexOf(" not after ", StringComparison.Ordinal);
        var cut = Math.Max(before, after);
        if (cut <= 0)
        {
            problems.Add(new(name, number, "A guard line needs “not before” or “not after”.", "Example: guard 青山 not after 绿水"));
            return;
        }

        var rest = line[(cut + (before > 0 ? " not before " : " not after ").Length)..];
        book.AddGuard(line[..cut].Trim(), before < 0, Split(rest));
    }

    private string[] Split(string words)
        => words.Split(commas ? ',' : ' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>What all content files share.</summary>
internal static class Lines
{
    /// <summary>The line without comment (a # at the start or after a blank) and outer blanks.</summary>
    public static string Strip(string line)
    {
        var comment = line.StartsWith('#') ? 0 : line.IndexOf(" #", StringComparison.Ordinal);
        while (comment > 0 && comment + 2 < line.Length && line[comment + 2] != ' ')
        {
            comment = line.IndexOf(" #", comment + 2, StringComparison.Ordinal);
        }

        return (comment < 0 ? line : line[..comment]).Trim();
    }
}
