using System.Text;

namespace OfficerBot.Tests.Conversation.Understanding;

/// <summary>Texts that nobody writes: repeated, mixed and broken words, numbers without end, any characters. The same seed and number give the same text.</summary>
public static class HostileMessages
{
    private static readonly string[] Pieces =
    [
        "第1、", "第1条", "一二三四五六七八九十", "1号", "一号", "1号、", "2和", "1到", "第", "十", "百", "1", "1.1.", "9.15-", "9月", "9月1日、", "周", "周一", "一、", "一三五", "每周一、", "每月1日、", "上", "上上", "今天到", "昨天和今天",
        "截止", "从", "前", "12:", "12:00", "下午3点", "0921-", "0921-02", "2020", "2020-09-15", "二〇二〇年", "近三天", "第三季度", "半", "节后第", "lead 1, ", "no. ", "mon ", "every mon and ", "next ", "the first ",
        "线索：", "没报", "谁", "@", "@信息员助手", "[", "【", "《", "(", "\n", " ", "\r\n", "..", "{{", "}}", "\u0000", "\u202e", "\u200d", "😀", "\ud800", "\udc00", "𠮷", "＃", "１", "年", "月", "日", "、", ",", "-", "~", "至", "张三 09:12 ", "那条",
    ];

    /// <summary>A text.</summary>
    public static string Any(int seed, int number)
    {
        var chance = new Random(unchecked((seed * 1_000_003) + number));
        return chance.Next(6) switch
        {
            0 => Repeated(chance, 1),
            1 => Repeated(chance, 2),
            2 => Repeated(chance, chance.Next(3, 7)),
            3 => Ordinary(chance) + Repeated(chance, 1) + Ordinary(chance),
            4 => Of(chance, Pieces, chance.Next(1, 400)),
            _ => Characters(chance),
        };
    }

    private static string Ordinary(Random chance) => Corpora.Messages[chance.Next(Corpora.Messages.Count)].Text;

    /// <summary>A few pieces over and over.</summary>
    private static string Repeated(Random chance, int pieces)
        => string.Concat(Enumerable.Repeat(Of(chance, Pieces, pieces), chance.Next(4) == 0 ? chance.Next(1, 3_000) / pieces : chance.Next(1, 200)));

    private static string Of(Random chance, string[] pieces, int count) => string.Concat(chance.GetItems(pieces, count));

    private static string Characters(Random chance)
    {
        var text = new StringBuilder();
        for (var left = chance.Next(1, 2_000); left > 0; left--)
        {
            text.Append((char)(chance.Next(3) switch { 0 => chance.Next(0x80), 1 => chance.Next(0x4e00, 0x9fff), _ => chance.Next(0x10000) }));
        }

        return text.ToString();
    }
}
