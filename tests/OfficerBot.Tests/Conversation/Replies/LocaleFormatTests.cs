using NodaTime;
using OfficerBot.Conversation.Replies;

namespace OfficerBot.Tests.Conversation.Replies;

public class LocaleFormatTests
{
    [Theory]
    [InlineData("zh", "48m", null, "48分钟")]
    [InlineData("en", "48m", null, "48 minutes")]
    [InlineData("en", "1m", null, "1 minute")]
    [InlineData("zh", "1h28m", null, "1小时28分钟")]
    [InlineData("en", "1h28m", null, "1 hour and 28 minutes")]
    [InlineData("zh", "2d3h20m", null, "2天3小时")]
    [InlineData("zh", "30s", null, "30秒")]
    [InlineData("zh", "0s", null, "0分钟")]
    [InlineData("zh", "3h", "ago", "3小时前")]
    [InlineData("en", "3h", "ago", "3 hours ago")]
    [InlineData("zh", "1d", "ago", "昨天")]
    [InlineData("en", "1d", "later", "tomorrow")]
    [InlineData("zh", "45m", "later", "45分钟后")]
    public void Spans(string locale, string span, string? form, string said) =>
        LocaleFormat.All[locale].Span(SpanText.Parse(span)!.Value, form).Should().Be(said); // Every row is a span.

    [Theory]
    [InlineData("zh", null, "9月16日（周三）")]
    [InlineData("zh", "short", "9月16日")]
    [InlineData("zh", "full", "2020年9月16日")]
    [InlineData("zh", "weekday", "周三")]
    [InlineData("en", null, "Wed 16 Sep")]
    [InlineData("en", "short", "16 Sep")]
    [InlineData("en", "full", "16 Sep 2020")]
    [InlineData("en", "weekday", "Wed")]
    public void Days(string locale, string? form, string said) =>
        LocaleFormat.All[locale].Date(new LocalDate(2020, 9, 16), form).Should().Be(said);

    [Theory]
    [InlineData("zh", "", "")]
    [InlineData("zh", "甲", "甲")]
    [InlineData("zh", "甲 乙", "甲和乙")]
    [InlineData("zh", "甲 乙 丙", "甲、乙和丙")]
    [InlineData("en", "a b c", "a, b and c")]
    public void Lists(string locale, string items, string said) =>
        LocaleFormat.All[locale].List(items.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Should().Be(said);

    [Theory]
    [InlineData(0, "no leads|# lead|# leads", "no leads")]
    [InlineData(1, "lead|leads", "1 lead")]
    [InlineData(2, "lead|leads", "2 leads")]
    [InlineData(0, "lead|leads", "0 leads")]
    [InlineData(2, "# lead is|# leads are", "2 leads are")]
    [InlineData(1, "one lead|# leads", "one lead")]
    [InlineData(3, "one lead|# leads", "3 leads")]
    public void Counts(int count, string forms, string said) => LocaleFormat.Count(count, forms.Split('|')).Should().Be(said);

    [Theory]
    [InlineData("1h28m")]
    [InlineData("2d")]
    [InlineData("45s")]
    [InlineData("0s")]
    public void Spelt_spans_are_read_as_written(string text) => SpanText.Format(SpanText.Parse(text)!.Value).Should().Be(text); // Every row is a span.

    [Theory]
    [InlineData("")]
    [InlineData("48")]
    [InlineData("m")]
    [InlineData("1x")]
    public void Other_spellings_are_no_span(string text) => SpanText.Parse(text).Should().BeNull();
}
