using System.Text;
using System.Text.Json;

namespace OfficerBot.Scenarios.Fuzz;

/// <summary>What people say, and what nobody says: for a message's text and every other text.</summary>
internal static class HostileText
{
    private static readonly string[] Ordinary =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fuzz", "dev.jsonl")).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("text").GetString()!), // the corpus has one a line
    ];

    private static readonly string[] Pieces =
    [
        "线索：", "今日线索", "2020年9月16日", "一二三四五六七八九十", "9月31日", "下下周五", "@所有人", "<at>信息员助手</at>", "&nbsp;", "第99999999999条", "撤回", "确认报送", "1990000", "、", "\n", "\r\n",
        "a", "(", "[", "{{", "}}", "{0}", "%s", "=1+1", "'", "\"", "<b>", "**", "`", "\u0000", "\u001b[31m", "\u202e", "\u200d", "\u0301", "\ufeff", "😀", "👩‍👩‍👧‍👦", "𠮷", "؁", "http://127.0.0.1/",
        "javascript:alert(1)", "../../../etc/passwd", "' OR 1=1 --", "${jndi:ldap://x}", "-1", "1e999", "９月１６日", "〇", "零零零", "万亿亿", "这周上周下周",
    ];

    /// <summary>A text.</summary>
    public static string Any(Chance chance) => chance.Below(10) switch
    {
        < 4 => chance.Of(Ordinary),
        4 or 5 => chance.Of(Ordinary) + chance.Of(Pieces) + chance.Of(Ordinary),
        6 => Changed(chance.Of(Ordinary), chance),
        7 => Repeated(chance.Of(Pieces), chance.Of(1, 3, 40, 400, 3_000), chance),
        8 => Mixed(chance),
        _ => AnyRunes(chance),
    };

    private static string Repeated(string piece, int times, Chance chance) =>
        chance.Of("", "线索：", chance.Of(Ordinary)) + string.Concat(Enumerable.Repeat(piece, times)) + chance.Of("", "!", "？");

    private static string Mixed(Chance chance)
    {
        var text = new StringBuilder();
        for (var count = chance.Of(3, 30, 300); count > 0; count--)
        {
            text.Append(chance.Of(Pieces));
        }

        return text.ToString();
    }

    private static string Changed(string text, Chance chance)
    {
        var runes = text.EnumerateRunes().ToList();
        for (var times = chance.Between(1, 5); times > 0 && runes.Count > 0; times--)
        {
            var at = chance.Below(runes.Count);
            var rune = chance.OneIn(2) ? chance.Of<Rune>(runes) : AnyRune(chance);
            (chance.Below(3) switch
            {
                0 => (Action)(() => runes.RemoveAt(at)),
                1 => () => runes.Insert(at, rune),
                _ => () => runes[at] = rune,
            })();
        }

        return string.Concat(runes);
    }

    private static string AnyRunes(Chance chance) => string.Concat(Enumerable.Range(0, chance.Of(1, 5, 50, 2_000)).Select(_ => AnyRune(chance)));

    private static Rune AnyRune(Chance chance)
    {
        var value = chance.Of(chance.Below(0x80), chance.Between(0x4e00, 0x9fff), chance.Below(0x3000), chance.Below(0x110000));
        return Rune.IsValid(value) ? new Rune(value) : new Rune('?');
    }
}
