using OfficerBot.Conversation.Understanding.Content;

namespace OfficerBot.Tests.Conversation.Understanding;

public sealed class LanguageContentTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("officerbot-dialogs-").FullName;

    public LanguageContentTests()
    {
        var source = Path.Combine(Corpora.Root, "dialogs");
        foreach (var path in Directory.GetFiles(source, "*", SearchOption.AllDirectories).Where(p => p.EndsWith(".rule", StringComparison.Ordinal) || Path.GetDirectoryName(p) == source))
        {
            var target = Path.Combine(_folder, Path.GetRelativePath(source, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? _folder);
            File.Copy(path, target);
        }
    }

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void A_copied_folder_loads() => LanguageContent.Load(_folder).Problems.Should().BeEmpty();

    [Theory]
    [InlineData("+ 水 .. 没报 80", "no word class “水”")]
    [InlineData("+ 谁 .. 没报", "then a weight")]
    [InlineData("+ 谁 .. 没报 80 needs moon", "“moon” is not understood")]
    [InlineData("slots when", "no slot “when”")]
    [InlineData("* anything", "does not begin a line here")]
    [InlineData("= 你好", "is understood as greeting")]
    [InlineData("= 今天谁还没报 -> range=yesterday", "gives other slots")]
    [InlineData("! 今天谁还没报", "counter-example")]
    public void A_mistake_in_a_rule_is_told_with_file_line_and_words(string line, string words)
    {
        File.WriteAllText(Path.Combine(_folder, "roll-call", "zz.zh.rule"), "intent who_missing\n# a comment\n" + line + "\n");
        var loaded = LanguageContent.Load(_folder);
        loaded.Content.Should().BeNull();
        loaded.Problems.Should().Contain(p => p.File == "roll-call/zz.zh.rule" && p.Line == 3 && p.What.Contains(words));
    }

    [Theory]
    [InlineData("只有名字", "is not a word class")]
    [InlineData("甲 = 一个 一个", "stands twice")]
    [InlineData("@甲 = 一个", "begins with @")]
    [InlineData("guard 青山 绿水", "needs “not before”")]
    public void A_mistake_in_the_words_is_told_with_its_line(string line, string words)
    {
        File.AppendAllText(Path.Combine(_folder, "words.zh.txt"), "\n" + line);
        LanguageContent.Load(_folder).Problems.Should().Contain(p => p.File == "words.zh.txt" && p.Line > 0 && p.What.Contains(words));
    }

    [Theory]
    [InlineData("parts:\n  上午: morning", 2)]
    [InlineData("moods:\n  x: 1", 1)]
    [InlineData("parts: [", 2)]
    public void A_mistake_in_the_dates_is_told_with_its_line(string text, int line)
    {
        File.WriteAllText(Path.Combine(_folder, "dates.yaml"), text);
        LanguageContent.Load(_folder).Problems.Should().Contain(p => p.File == "dates.yaml" && p.Line == line);
    }

    [Fact]
    public void A_missing_file_is_told()
    {
        File.Delete(Path.Combine(_folder, "words.en.txt"));
        LanguageContent.Load(_folder).Problems.Should().ContainSingle(p => p.File == "words.en.txt");
    }

    [Fact]
    public void A_new_word_is_understood_without_a_build()
    {
        File.AppendAllText(Path.Combine(_folder, "words.zh.txt"), "\n没报 = 没冒泡\n");
        File.WriteAllText(Path.Combine(_folder, "roll-call", "zz.zh.rule"), "intent who_missing\n= 今天谁没冒泡 -> range=today\n");
        LanguageContent.Load(_folder).Problems.Should().BeEmpty();
    }

    [Theory]
    [InlineData("要时", "等着要", "compile_report", "编一期周报，国庆前等着要 -> kind=weekly")]
    [InlineData("改口引", "挪到", "set_deadline", "今天截止改到9点，更正一下挪到10点 -> at=2020-09-16T10:00 range=today")]
    [InlineData("口误", "手抖", "amend_lead", "3号标题改成河清岸绿，手抖了 -> lead_nos=3 field=title text=河清岸绿")]
    public void A_word_for_one_place_is_taken_from_the_words_file(string name, string word, string intent, string example)
    {
        var path = Path.Combine(_folder, "words.zh.txt");
        var old = File.ReadAllText(path);
        File.WriteAllText(Path.Combine(_folder, "zz.zh.rule"), $"intent {intent}\n= {example}\n");
        LanguageContent.Load(_folder).Problems.Should().Contain(p => p.What.Contains("gives other slots"));
        File.WriteAllText(path, $"{old}\n{name} = {word}\n");
        LanguageContent.Load(_folder).Problems.Should().BeEmpty();
    }

    [Fact]
    public void A_class_that_reading_needs_and_nobody_wrote_is_told()
    {
        var path = Path.Combine(_folder, "words.zh.txt");
        File.WriteAllLines(path, File.ReadAllLines(path).Where(l => !l.StartsWith("名后 =", StringComparison.Ordinal)));
        ContentAdvice.On(LanguageContent.Load(_folder).Content!).Should().ContainSingle(p => p.What.Contains("名后")); // no example needs it, so not null
    }

    [Theory]
    [InlineData("+ 谁 .. 没报 20", 2, "can never decide")]
    [InlineData("+ 谁 .. 没报 60\n+ 谁 .. 没报 80", 3, "says the same as")]
    [InlineData("+ 谁 .. 没报 86\n= 今天谁还没报\nintent who_else\n+ 谁 ... 没报 85", 3, "is almost")]
    public void What_is_likely_not_meant_is_told_with_its_line(string lines, int line, string words)
    {
        Directory.GetFiles(_folder, "*.rule", SearchOption.AllDirectories).ToList().ForEach(File.Delete);
        File.WriteAllText(Path.Combine(_folder, "roll-call", "zz.zh.rule"), "intent who_missing\n" + lines + "\n");
        var (content, problems) = LanguageContent.Load(_folder);
        problems.Should().BeEmpty();
        ContentAdvice.On(content!).Should().Contain(p => p.File == "roll-call/zz.zh.rule" && p.Line == line && p.What.Contains(words)); // loaded, so not null
    }
}
