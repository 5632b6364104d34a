using OfficerBot.Conversation.Samples;

namespace OfficerBot.Tests.Conversation.Samples;

public class ExpectedReplyTests
{
    private const string Values = """
        {"number":"0916-01","unit":{"zh":"白沙镇","en":"Baisha Town"},"counts":{"reply":"roll_call_counts","missing":2},
         "rows":[{"reply":"row","unit":{"zh":"甲","en":"A"}},{"reply":"row","unit":{"zh":"乙","en":"B"}}],"units":[{"zh":"甲","en":"A"},{"zh":"乙","en":"B"}],"extra":null}
        """;

    [Theory]
    [InlineData("number", "0916-01")]
    [InlineData("unit", "白沙镇")]
    [InlineData("unit", "Baisha Town")]
    [InlineData("counts", "roll_call_counts")]
    [InlineData("counts.missing", "2")]
    [InlineData("rows.2.unit", "乙")]
    [InlineData("rows.1", "row")]
    [InlineData("rows.count", "2")]
    [InlineData("units", "甲、乙")]
    [InlineData("units", "A、B")]
    [InlineData("extra", "none")]
    public void A_value_that_is_as_expected_fits(string path, string expected) => Mismatch(path, expected).Should().BeNull();

    [Theory]
    [InlineData("number", "0916-02", "expected r number=0916-02, got 0916-01")]
    [InlineData("counts.excused", "1", "expected r counts.excused=1, got no such value")]
    [InlineData("rows.3.unit", "丙", "expected r rows.3.unit=丙, got no such value")]
    public void A_value_that_differs_is_told(string path, string expected, string told) => Mismatch(path, expected).Should().Be(told);

    [Fact]
    public void Words_must_be_in_the_text() =>
        new ExpectedReply(1, "r", [], null, null, ["已登记"]).Mismatch("r", "{}", "没有登记").Should().Be("expected the words “已登记” in “没有登记”");

    [Fact]
    public void Another_reply_is_told() =>
        new ExpectedReply(1, "r", [], null, null, []).Mismatch("s", "{}", "").Should().Be("expected r, got s");

    private static string? Mismatch(string path, string expected) =>
        new ExpectedReply(1, "r", [KeyValuePair.Create(path, expected)], null, null, []).Mismatch("r", Values, "");
}
