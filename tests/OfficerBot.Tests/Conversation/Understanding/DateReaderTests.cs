using System.Diagnostics;
using NodaTime;
using OfficerBot.Conversation.Understanding.Dates;

namespace OfficerBot.Tests.Conversation.Understanding;

public class DateReaderTests
{
    private static readonly LocalDateTime Now = new(2020, 9, 17, 10, 30);

    [Theory]
    [InlineData("2月30日")]
    [InlineData("9月31号")]
    [InlineData("2019年2月29日")]
    [InlineData("本月31号")]
    [InlineData("9月第五个周五")]
    [InlineData("February 30")]
    public void A_day_that_cannot_be_is_found_and_marked(string phrase)
        => Read(phrase).Should().ContainSingle().Which.Span.IsImpossible.Should().BeTrue();

    [Theory]
    [InlineData("最近三个工作日", 2031)]
    [InlineData("国庆假期", 2031)]
    [InlineData("三个工作日内", 2031)]
    [InlineData("本月最后一个工作日", 2031)]
    [InlineData("the last 3 working days", 2031)]
    public void A_year_without_a_calendar_is_named_and_not_guessed(string phrase, int year)
        => Read(phrase, new(year, 6, 5, 9, 0)).Should().ContainSingle().Which.UnknownYear.Should().Be(year);

    [Theory]
    [InlineData("12.6吨")]
    [InlineData("PM2.5浓度为3.2")]
    [InlineData("三点意见")]
    [InlineData("十四五期间")]
    [InlineData("9号线索")]
    [InlineData("0921-02")]
    [InlineData("19900001234")]
    [InlineData("柳环发〔2020〕52号")]
    [InlineData("五一路口积水")]
    [InlineData("三八红旗手")]
    [InlineData("上一条")]
    [InlineData("一共几条")]
    [InlineData("30年树龄")]
    [InlineData("天天监测")]
    [InlineData("3个乡镇")]
    [InlineData("version 2.1")]
    [InlineData("I may march on")]
    [InlineData("he sat down")]
    public void What_only_looks_like_a_date_is_left_alone(string phrase) => Read(phrase).Should().BeEmpty();

    [Fact]
    public void The_name_of_an_event_is_dated_by_the_notice_and_marked_when_it_is_not()
    {
        var events = new Dictionary<string, EventDays> { ["进驻"] = new(new(2020, 9, 8)) };
        var known = Corpora.Content.Dates.Read("自督察组进驻以来", new DateContext(Now, null, Corpora.Calendar, events)).Single();
        known.Event.Should().Be("since:进驻");
        known.Span.Start.Should().Be(new LocalDateTime(2020, 9, 8, 0, 0));
        Read("进驻以来").Single().Span.IsImpossible.Should().BeTrue();
    }

    [Fact]
    public void No_text_however_hostile_throws_or_takes_long()
    {
        var random = new Random(4);
        const string Alphabet = "年月日号周星期一二三四五六七八九十百千半上下本这前后到至-~/.:：，、 0123456789个工作天小时分秒第最近未来季度旬底初每隔今明昨早晚午国庆进驻农历inlastweekofthe to\u200b〇○\ud83d\ude00";
        var slowest = TimeSpan.Zero;
        for (var i = 0; i < 100_000; i++)
        {
            var text = string.Create(random.Next(1, i % 1000 == 0 ? 2000 : 24), random, static (span, r) =>
            {
                for (var k = 0; k < span.Length; k++)
                {
                    span[k] = r.Next(20) == 0 ? (char)r.Next(char.MaxValue) : Alphabet[r.Next(Alphabet.Length)];
                }
            });
            var before = Stopwatch.GetTimestamp();
            Corpora.Content.Dates.Read(text, new DateContext(Now, i % 3 == 0 ? "past" : i % 3 == 1 ? "future" : null, Corpora.Calendar, new Dictionary<string, EventDays>()));
            var took = Stopwatch.GetElapsedTime(before);
            slowest = took > slowest ? took : slowest;
        }

        slowest.Should().BeLessThan(TimeSpan.FromSeconds(5), "nothing may run away, on however busy a machine");
    }

    private static IReadOnlyList<DateSaid> Read(string phrase, LocalDateTime? now = null)
        => Corpora.Content.Dates.Read(phrase, new DateContext(now ?? Now, null, Corpora.Calendar, new Dictionary<string, EventDays>()));
}
