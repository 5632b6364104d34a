using OfficerBot.Conversation.Understanding.Content;

namespace OfficerBot.Tests.Conversation.Understanding;

public sealed class ContentAdviceTests
{
    [Fact]
    public void The_shipped_rules_need_no_advice() => ContentAdvice.On(Corpora.Content).Should().BeEmpty();
}
