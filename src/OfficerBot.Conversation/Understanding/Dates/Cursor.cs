using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>A place in a folded text, moved by what is read. A failed read leaves it where it was.</summary>
internal struct Cursor(string text, int at)
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <summary>The position.</summary>
    public int At { get; set; } = at;

    /// <summary>The character here; 0 at the end.</summary>
    public readonly char Here => At < Text.Length ? Text[At] : '\0';

    /// <summary>The character so far ahead; 0 beyond the end.</summary>
    public readonly char Ahead(int by) => At + by < Text.Length ? Text[At + by] : '\0';

    /// <summary>True when the words stand here.</summary>
    public readonly bool Sees(string word) => At < Text.Length && Text[At] == word[0] && Text.AsSpan(At).StartsWith(word, StringComparison.Ordinal);

    /// <summary>Reads the word.</summary>
    public bool Eat(string word)
    {
        if (!Sees(word))
        {
            return false;
        }

        At += word.Length;
        return true;
    }

    /// <summary>Reads one of the words (give longer ones first); its index, or −1.</summary>
    public int EatOne(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (Eat(words[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Reads one of the words; its place in the list, or −1.</summary>
    public int EatOne(WordList words)
    {
        foreach (var (word, index) in words.Of(Here))
        {
            if (Eat(word))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Skips spaces.</summary>
    public void Blank()
    {
        while (Here == ' ')
        {
            At++;
        }
    }

    /// <summary>Reads a Latin word at its edges.</summary>
    public bool EatWord(string word)
    {
        if (!Sees(word) || (At > 0 && char.IsAsciiLetter(Text[At - 1])) || char.IsAsciiLetter(Ahead(word.Length)))
        {
            return false;
        }

        At += word.Length;
        return true;
    }

    /// <summary>Reads 1 to <paramref name="max"/> Latin digits; not part of a longer run.</summary>
    public int? Latin(int max)
    {
        var n = 0;
        while (char.IsAsciiDigit(Ahead(n)) && n <= max)
        {
            n++;
        }

        if (n == 0 || n > max)
        {
            return null;
        }

        var value = int.Parse(Text.AsSpan(At, n));
        At += n;
        return value;
    }

    /// <summary>Reads a number up to 999 in either script: 12, 十五, 二十, 两, 三十.</summary>
    public int? Number(int max = 3) => char.IsAsciiDigit(Here) ? Latin(max) : Chinese();

    /// <summary>Reads a four-figure year in Chinese digits: 二〇二〇.</summary>
    public int? ChineseYear()
    {
        var year = 0;
        for (var i = 0; i < 4; i++)
        {
            if (Digit(Ahead(i)) is not { } digit)
            {
                return null;
            }

            year = (year * 10) + digit;
        }

        At += 4;
        return year;
    }

    /// <summary>True for Chinese digits and tens.</summary>
    public static bool IsChineseNumeral(char c) => c != '\0' && ("十两百千廿卅〇".Contains(c, StringComparison.Ordinal) || Digits.Contains(c, StringComparison.Ordinal));

    /// <summary>The value of one Chinese digit; null for anything else.</summary>
    public static int? Digit(char c) => c == '〇' ? 0 : c != '\0' && Digits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit ? digit : null;

    private int? Chinese()
    {
        var (total, current, n) = (0, -1, 0);
        for (; n < 7 && IsChineseNumeral(Ahead(n)); n++)
        {
            var c = Ahead(n);
            if (c is '十' or '百' or '千' or '廿' or '卅')
            {
                total += (current < 0 ? 1 : current) * (c == '千' ? 1000 : c == '百' ? 100 : 10) * (c == '廿' ? 2 : c == '卅' ? 3 : 1);
                current = -1;
            }
            else if (current > 0)
            {
                break;
            }
            else
            {
                current = c == '两' ? 2 : Digit(c) ?? 0;
            }
        }

        if (n == 0)
        {
            return null;
        }

        At += n;
        return total + Math.Max(current, 0);
    }

    /// <summary>True for a Chinese character.</summary>
    public static bool IsHan(char c) => CharTables.IsHan(c);
}
