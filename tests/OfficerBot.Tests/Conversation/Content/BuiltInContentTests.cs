using OfficerBot.Conversation.Content;
using OfficerBot.Tests.House;

namespace OfficerBot.Tests.Conversation.Content;

public class BuiltInContentTests
{
    private static readonly LoadResult Loaded = ReplyContent.Load(Tree.At("dialogs"));

    [Fact]
    public void The_built_in_words_have_no_problem() => Loaded.Problems.Select(p => p.ToString()).Should().BeEmpty();

    [Fact]
    public void Records_and_contracts_are_equal_both_ways() =>
        RecordCheck.Compare(Loaded.Book).Select(p => p.ToString()).Should().BeEmpty();

    [Fact]
    public void Every_reply_is_previewed_in_both_languages()
    {
        var previewed = Loaded.Book.Previews().Select(p => (p.Reply.Name, p.Locale)).ToHashSet();
        foreach (var reply in Loaded.Book.Contracts.SelectMany(c => c.Replies))
        {
            previewed.Should().Contain((reply.Name, "zh")).And.Contain((reply.Name, "en"));
        }
    }

    [Fact]
    public void Nobody_is_shouted_at_or_told_to_acknowledge()
    {
        foreach (var preview in Loaded.Book.Previews())
        {
            preview.Rendered.Text.Should().NotContainAny("!", "！", "收到请回复");
        }
    }
}
