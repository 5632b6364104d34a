using System.Buffers;
using OfficerBot.Documents.Packages;

namespace OfficerBot.Documents.Papers;

/// <summary>Breaks a title into lines of like length (GB/T 9704 7.3.1: 梯形 or 菱形, no word split); line feeds given by the caller win.</summary>
internal static class TitleLines
{
    /// <summary>Cells of 二号 that fit the 156 mm of the text area.</summary>
    public const int Cells = 20;

    private const double InsideWord = 30;
    private const double BetweenWords = 4;

    private static readonly SearchValues<char> Opening = SearchValues.Create("“‘（《〈【〔([");
    private static readonly SearchValues<char> Closing = SearchValues.Create("”’）》〉】〕)]，。、；：！？·,;:!?%％");
    private static readonly SearchValues<char> AfterNumber = SearchValues.Create("年月日号期时分周条起篇个项名月份");
    private static readonly SearchValues<char> GoodEnd = SearchValues.Create("，、；：”）》的和与及");

    // Words that stand in most titles of the office; a line never ends inside one.
    private static readonly string[] Words =
    [
        "生态", "环境", "保护", "环保", "督察", "宣传", "工作", "情况", "报告", "简报", "通报", "专报", "周报", "配合", "关于", "整改", "回头看", "新闻", "线索",
        "报送", "单位", "方案", "通知", "沅江", "益阳", "湖南", "办公室", "委员会", "分局", "水利", "农业", "农村", "融媒体", "中心", "街道", "治理", "污染", "防治",
    ];

    public static IReadOnlyList<string> Break(string title)
    {
        var given = title.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return given.Length switch
        {
            0 => [""],
            1 => TextCells.Count(given[0]) <= Cells ? given : Balance(given[0]),
            _ => given,
        };
    }

    private static List<string> Balance(string title)
    {
        var total = TextCells.Count(title);
        var fewest = (int)Math.Ceiling(total / Cells);
        return Divide(title, fewest, total / fewest) ?? Divide(title, fewest + 1, total / (fewest + 1)) ?? [title];
    }

    /// <summary>The cheapest way to end lines near the mean length; null when no way keeps every line inside the text area.</summary>
    private static List<string>? Divide(string title, int lines, double mean)
    {
        var best = new (double Cost, int From)[lines + 1, title.Length + 1];
        for (var line = 0; line <= lines; line++)
        {
            for (var end = 0; end <= title.Length; end++)
            {
                best[line, end] = (line == 0 && end == 0 ? 0 : double.PositiveInfinity, 0);
            }
        }

        for (var line = 1; line <= lines; line++)
        {
            for (var end = 1; end <= title.Length; end++)
            {
                best[line, end] = Cheapest(title, best, line, end, mean);
            }
        }

        return double.IsPositiveInfinity(best[lines, title.Length].Cost) ? null : Collect(title, best, lines);
    }

    private static (double Cost, int From) Cheapest(string title, (double Cost, int From)[,] best, int line, int end, double mean)
    {
        var (cheapest, seam) = ((Cost: double.PositiveInfinity, From: 0), Seam(title, end));
        for (var from = end - 1; from >= 0 && !double.IsPositiveInfinity(seam); from--)
        {
            var cells = TextCells.Count(title.AsSpan(from, end - from));
            if (cells > Cells)
            {
                break;
            }

            var cost = best[line - 1, from].Cost + seam + (cells - mean) * (cells - mean);
            cheapest = cost < cheapest.Cost ? (cost, from) : cheapest;
        }

        return cheapest;
    }

    private static List<string> Collect(string title, (double Cost, int From)[,] best, int lines)
    {
        var (parts, end) = (new List<string>(), title.Length);
        for (var line = lines; line > 0; line--)
        {
            var from = best[line, end].From;
            parts.Insert(0, title[from..end].Trim());
            end = from;
        }

        return parts;
    }

    /// <summary>What it costs to end a line before <paramref name="at"/>; infinite where a line may not end.</summary>
    private static double Seam(string title, int at)
    {
        if (at == title.Length)
        {
            return 0;
        }

        var (last, next) = (title[at - 1], title[at]);
        if (Opening.Contains(last) || Closing.Contains(next) || char.IsLowSurrogate(next) || IsNumberOrLatin(last, next))
        {
            return double.PositiveInfinity;
        }

        return IsInsideWord(title, at) ? InsideWord : GoodEnd.Contains(last) || Opening.Contains(next) ? 0 : BetweenWords;
    }

    private static bool IsNumberOrLatin(char last, char next) =>
        char.IsAsciiLetterOrDigit(last) && (char.IsAsciiLetterOrDigit(next) || AfterNumber.Contains(next))
        || AfterNumber.Contains(last) && char.IsAsciiDigit(next)
        || last == '第' && char.IsAsciiDigit(next);

    private static bool IsInsideWord(string title, int at) => Words.Any(word =>
    {
        var from = Math.Max(0, at - word.Length + 1);
        var found = title.IndexOf(word, from, Math.Min(title.Length, at + word.Length - 1) - from, StringComparison.Ordinal);
        return found >= 0 && found < at;
    });
}
