using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OfficerBot.Tests.House;

namespace OfficerBot.Tests.Web;

/// <summary>The page's sources: complete in both languages, and asking nobody but the service.</summary>
public partial class PageSourceTests
{
    private static readonly string Folder = Tree.At("src", "OfficerBot.Web", "wwwroot");

    [Fact]
    public void Every_word_of_the_page_is_there_in_both_languages_with_the_same_places()
    {
        var (zh, en) = (Words("zh"), Words("en"));
        en.Keys.Should().BeEquivalentTo(zh.Keys);
        foreach (var (key, text) in zh)
        {
            Places(en[key]).Should().BeEquivalentTo(Places(text), "{0} is filled by the same code", key);
        }
    }

    [Fact]
    public void Every_word_the_page_asks_for_exists() =>
        Asked().Except(Words("zh").Keys).Should().BeEmpty();

    [Fact]
    public void No_word_is_kept_that_the_page_never_asks_for()
    {
        // These two families are asked for by a role put together at run time.
        var built = Words("zh").Keys.Where(k => k.StartsWith("role.", StringComparison.Ordinal) || k.StartsWith("say.", StringComparison.Ordinal));
        Words("zh").Keys.Except(Asked()).Except(built).Should().BeEmpty();
    }

    [Fact]
    public void The_page_names_no_other_host() =>
        Sources().SelectMany(f => Address().Matches(File.ReadAllText(f)).Select(m => m.Value))
            .Where(a => a != "http://www.w3.org/2000/svg")
            .Should().BeEmpty();

    [Fact]
    public void The_page_has_no_script_or_handler_of_its_own_in_the_markup() =>
        Directory.EnumerateFiles(Folder, "*.html")
            .SelectMany(f => InlineScript().Matches(File.ReadAllText(f)).Select(m => m.Value))
            .Should().BeEmpty("the content security policy would refuse it");

    private static SortedDictionary<string, string> Words(string language) =>
        new(JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "page", $"words.{language}.json")))!.AsObject()
            .ToDictionary(p => p.Key, p => p.Value!.ToString()));

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value);

    private static HashSet<string> Asked() =>
        [.. Sources().SelectMany(f => AskedFor().Matches(File.ReadAllText(f))).Select(m => m.Groups.Values.Skip(1).First(g => g.Success).Value)];

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories);

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"data-word(?:-label|-placeholder)?=""(\w+)""|\bword\('([\w.]+)'|\['(mail\w+)',")]
    private static partial Regex AskedFor();

    [GeneratedRegex(@"https?://[^\s'""`)<]+")]
    private static partial Regex Address();

    [GeneratedRegex(@"<script(?![^>]*\ssrc=)[^>]*>|\son[a-z]+=|javascript:")]
    private static partial Regex InlineScript();
}
