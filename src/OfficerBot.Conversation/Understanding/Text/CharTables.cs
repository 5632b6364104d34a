using System.Text;

namespace OfficerBot.Conversation.Understanding.Text;

/// <summary>
/// Character tables for reading: folding (width, case, traditional to simplified, punctuation) and toneless pinyin. Built once from the embedded tables
/// (Unicode Unihan 15.0); our own because <c>string.Normalize</c> does nothing without ICU.
/// </summary>
internal static class CharTables
{
    /// <summary>Folds to nothing.</summary>
    public const char Dropped = '\0';

    private static readonly char[] Fold = BuildFold();
    private static readonly Dictionary<char, string> Pinyin = BuildPinyin();

    /// <summary>The folded form of a character; a space for separators and <see cref="Dropped"/> for invisible ones.</summary>
    public static char Folded(char c) => Fold[c];

    /// <summary>The most common toneless reading, or null for anything but a common Chinese character.</summary>
    public static string? Reading(char c) => Pinyin.GetValueOrDefault(c);

    /// <summary>True for Chinese characters.</summary>
    public static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff' or '〇';

    private static char[] BuildFold()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = Basic((char)i);
        }

        foreach (var fields in Rows("t2s.tsv"))
        {
            table[fields[0][0]] = fields[1][0];
        }

        Put(table, "，。：；！？（）", ",。:;!?()");
        Put(table, "“”„‟‘’‛", "\"\"\"\"'''");
        Put(table, "—–―‐‑‒−－─～〜", "---------~~");
        Put(table, "．﹒·○", "...〇");
        return table;
    }

    private static char Basic(char c) => c switch
    {
        '\r' => Dropped,
        '\n' or '\u2028' or '\u2029' => '\n',
        < ' ' or '\u007f' or '\u00a0' or '\u3000' => ' ',
        >= 'A' and <= 'Z' => (char)(c + 32),
        >= '\uff01' and <= '\uff5e' => Basic((char)(c - 0xfee0)),
        >= '\u2000' and <= '\u200a' or '\u205f' => ' ',
        '\u00ad' or (>= '\u200b' and <= '\u200f') or (>= '\u202a' and <= '\u202e') or (>= '\u2060' and <= '\u206f') or '\ufeff' => Dropped,
        >= '\ufe00' and <= '\ufe0f' => Dropped,
        >= '\u2190' and <= '\u245f' or (>= '\u2500' and <= '\u2bff') or (>= '\ud800' and <= '\uf8ff') => ' ',
        _ => c,
    };

    private static void Put(char[] table, string from, string to)
    {
        for (var i = 0; i < from.Length; i++)
        {
            table[from[i]] = to[i];
        }
    }

    private static Dictionary<char, string> BuildPinyin()
    {
        var readings = new Dictionary<char, string>();
        foreach (var fields in Rows("pinyin.tsv"))
        {
            readings[fields[0][0]] = fields[1].Split(' ')[0];
        }

        return readings;
    }

    private static IEnumerable<string[]> Rows(string resource)
    {
        using var stream = typeof(CharTables).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException("missing table " + resource);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split('\t');
            if (fields.Length >= 2 && fields[0].Length == 1)
            {
                yield return fields;
            }
        }
    }
}
