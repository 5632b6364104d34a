using System.Text.Json;
using OfficerBot.Scenarios.Office;

namespace OfficerBot.Scenarios.Samples;

/// <summary>What the page offers under "What can I say?" is understood and answered, by whom and where it is offered.</summary>
public sealed class OfferedWordsTests
{
    private static readonly string Page = Path.Combine(AppContext.BaseDirectory, "wwwroot", "page");

    [Theory]
    [InlineData("zh", "officer", "周晓燕")]
    [InlineData("zh", "liaison", "刘艺超")]
    [InlineData("zh", "leader", "游立斌")]
    [InlineData("en", "officer", "周晓燕")]
    [InlineData("en", "liaison", "刘艺超")]
    [InlineData("en", "leader", "游立斌")]
    public async Task What_the_page_offers_is_understood(string language, string role, string person)
    {
        await using var office = await OfficeUnderTest.OpenAsync();
        foreach (var (place, inGroup) in new[] { ("group", true), ("private", false) })
        {
            var seat = await office.SitAsync(person, inGroup);
            foreach (var words in Offered($"words.{language}.json", $"say.{role}.{place}"))
            {
                var heard = await seat.SayAsync(words);
                heard.Names.Should().NotBeEmpty("“{0}” is offered to the {1} in the {2} room", words, role, place)
                    .And.NotContain(n => n.StartsWith("not_", StringComparison.Ordinal), "“{0}” is offered to the {1}", words, role);
            }
        }
    }

    private static IEnumerable<string> Offered(string file, string key)
    {
        using var words = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Page, file)));
        return [.. words.RootElement.GetProperty(key).EnumerateArray().Select(e => e.GetString()!)]; // a list of sentences
    }
}
