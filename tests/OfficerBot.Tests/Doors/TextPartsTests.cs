using OfficerBot.Doors;

namespace OfficerBot.Tests.Doors;

public sealed class TextPartsTests
{
    [Fact]
    public void Short_text_stays_as_it_is() => TextParts.Of("好\n\n的 ", 100).Should().Equal("好\n\n的 ");

    [Fact]
    public void It_is_cut_between_paragraphs_before_lines_before_sentences_before_words()
    {
        var a = new string('甲', 60);
        var b = new string('乙', 50);
        TextParts.Of($"{a}{a}\n\n{b}\n{a}{a}", 200).Should().Equal(a + a, b + "\n" + a + a);
        TextParts.Of($"{a}\n\n{b}\n{b}。{b}", 200).Should().Equal(a + "\n\n" + b, b + "。" + b);
        TextParts.Of($"{a}{a}\n\n{a}{a}", 200).Should().Equal(a + a, a + a);
        TextParts.Of($"{a}{a}\n{a}{a}", 200).Should().Equal(a + a, a + a);
        TextParts.Of($"{a}{a}。{a}{a}", 200).Should().Equal(a + a + "。", a + a);
        TextParts.Of($"{a}{a} {a}{a}", 200).Should().Equal(a + a, a + a);
    }

    [Fact]
    public void Only_more_than_three_parts_are_numbered()
    {
        var lines = Enumerable.Range(1, 9).Select(i => new string((char)('0' + i), 80)).ToList();
        TextParts.Of(string.Join('\n', lines.Take(3)), 100).Should().Equal(lines.Take(3));
        TextParts.Of(string.Join('\n', lines), 100).Should().Equal(lines.Select((l, i) => $"({i + 1}/9) {l}"));
    }

    [Theory]
    [InlineData("😀")]
    [InlineData("e\u0301")]
    [InlineData("👩\u200d🌾")]
    [InlineData("❤\ufe0f")]
    public void A_character_is_never_cut(string character)
    {
        for (var before = 0; before < 7; before++)
        {
            var text = new string('x', before) + string.Concat(Enumerable.Repeat(character, 300));
            var parts = TextParts.Of(text, 150).Select(p => p[(p.StartsWith('(') ? p.IndexOf(' ') + 1 : 0)..]).ToList();
            string.Concat(parts).Should().Be(text);
            parts.Skip(1).Should().AllSatisfy(p => p.Should().StartWith(character));
        }
    }

    [Fact]
    public void A_mention_is_never_cut()
    {
        const string Mention = "<at>周晓燕周晓燕周晓燕</at>";
        for (var before = 60; before < 120; before++)
        {
            var parts = TextParts.Of(new string('x', before) + Mention + new string('y', 60), 112);
            parts.Should().ContainSingle(p => p.Contains(Mention), $"{before} letters before it");
        }
    }

    [Fact]
    public void Every_part_costs_at_most_what_is_allowed_and_nothing_is_lost()
    {
        var random = new Random(7);
        const string Letters = "甲乙丙丁 。！，\n\n\"\\<>at/ab1";
        for (var i = 0; i < 200; i++)
        {
            var text = "起" + new string([.. Enumerable.Range(0, random.Next(50, 2000)).Select(_ => Letters[random.Next(Letters.Length)])]) + "止";
            var most = random.Next(100, 400);
            var parts = TextParts.Of(text, most);
            parts.Should().AllSatisfy(p => TextParts.Cost(p).Should().BeLessThanOrEqualTo(most));
            var numbered = parts.Count > 3;
            string.Concat(string.Concat(parts.Select(p => numbered ? p[(p.IndexOf(' ') + 1)..] : p)).Where(c => !char.IsWhiteSpace(c)))
                .Should().Be(string.Concat(text.Where(c => !char.IsWhiteSpace(c))));
        }
    }
}
