using OfficerBot.Conversation.Content;

namespace OfficerBot.Tests.Conversation.Content;

public class ReplyShelfTests
{
    [Fact]
    public void An_override_rewords_and_a_broken_one_leaves_the_last_good()
    {
        using var builtIn = new ContentFolder("replies:\n  a:\n    meaning: x\n    values:\n      n: number = 1", "replies:\n  a: 第{n}条", "replies:\n  a: no. {n}");
        using var own = new ContentFolder("", "replies:\n  a: 编号{n}", "", topic: "leads");
        File.Delete(Path.Combine(own.Path, "leads", "contract.yaml"));
        File.Delete(Path.Combine(own.Path, "leads", "en.yaml"));

        var shelf = new ReplyShelf(builtIn.Path, own.Path);
        Texts(shelf).Should().Equal("编号1", "no. 1");

        own.Write("leads", "zh", "replies:\n  a: 编号{m}");
        shelf.Reload().Select(p => p.ToString()).Should().Contain("leads/zh.yaml:2: \"a\" has no value {m}. Did you mean \"n\"?");
        Texts(shelf).Should().Equal("编号1", "no. 1");

        own.Write("leads", "zh", "replies:\n  a: 号{n}");
        shelf.Reload().Should().BeEmpty();
        Texts(shelf).Should().Equal("号1", "no. 1");

        own.Write("leads", "zh", "replies:\n  a: 已登记");
        shelf.Reload().Should().BeEmpty("an operator may leave a value out, and a copy of an earlier version does not know all of them");
        Texts(shelf).Should().Equal("已登记", "no. 1");
    }

    [Fact]
    public void A_broken_built_in_refuses_to_start()
    {
        using var builtIn = new ContentFolder("replies:\n  a: x", "replies:\n  b: 一", "replies:\n  a: one");
        var start = () => new ReplyShelf(builtIn.Path);
        start.Should().Throw<InvalidDataException>().WithMessage("*leads/zh.yaml:2*");
    }

    private static IEnumerable<string> Texts(ReplyShelf shelf) => shelf.Current.Previews().Select(p => p.Rendered.Text);
}
