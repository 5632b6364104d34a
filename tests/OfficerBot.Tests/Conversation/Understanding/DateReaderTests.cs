using System.Diagnostics;
using NodaTime;
using NodaTime.Text;
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

    [Theory]
    [InlineData("国庆节后第一天几点截止", "2020-10-09")] // the 2nd to the 8th are days off
    [InlineData("国庆后第一天要报吗", "2020-10-09")]
    [InlineData("国庆节后上班第一天交", "2020-10-09")]
    [InlineData("五一后首日谁没报", "2020-05-06")]
    public void The_first_day_after_a_festival_is_the_first_the_office_is_open(string text, string day)
    {
        var span = Corpora.Content.Dates.Read(text, new DateContext(Now, null, Corpora.Calendar, new Dictionary<string, EventDays>()))[0].Span;
        (span.Start, span.End).Should().Be((At(day + "T00:00"), At(day + "T00:00").PlusDays(1)));
    }

    [Theory]
    [InlineData("国庆第一天", "2020-10-01")]
    [InlineData("国庆节后三天", "2020-10-02")]
    [InlineData("国庆节后要报吗", "2020-10-02")]
    [InlineData("10月9日后第一天", "2020-10-10")]
    public void What_only_resembles_it_keeps_its_day(string text, string first)
        => Corpora.Content.Dates.Read(text, new DateContext(Now, null, Corpora.Calendar, new Dictionary<string, EventDays>()))[0].Span.Start.Should().Be(At(first + "T00:00"));

    [Theory]
    [InlineData("看一下周三谁没报", "2020-09-16")] // a Thursday asks
    [InlineData("催一下周一没报的", "2020-09-14")]
    [InlineData("辛苦一下下周三交", "2020-09-23")]
    [InlineData("查一下月底的", "2020-09-21")] // its last ten days
    public void A_verb_with_a_small_word_behind_it_takes_nothing_from_the_date(string text, string first)
        => Corpora.Content.Dates.Read(text, new DateContext(Now, "past", Corpora.Calendar, new Dictionary<string, EventDays>()))[0].Span.Start.Should().Be(At(first + "T00:00"));

    [Theory]
    [InlineData("出一下周报")]
    [InlineData("忙了一下午")]
    public void Nor_is_what_is_left_behind_it_a_date(string text) => Read(text).Should().BeEmpty();

    [Fact]
    public void The_name_of_an_event_is_dated_by_the_notice_and_marked_when_it_is_not()
    {
        var events = new Dictionary<string, EventDays> { ["进驻"] = new(new(2020, 9, 8)) };
        var known = Corpora.Content.Dates.Read("自督察组进驻以来", new DateContext(Now, null, Corpora.Calendar, events)).Single();
        known.Event.Should().Be("since:进驻");
        known.Span.Start.Should().Be(new LocalDateTime(2020, 9, 8, 0, 0));
        Read("进驻以来").Single().Span.IsImpossible.Should().BeTrue();
    }

    /// <summary>Said on Thursday 2020-09-17 at 10:30.</summary>
    [Theory]
    [InlineData("5点", "2020-09-17T17:00", "2020-09-17T05:00")]
    [InlineData("五点半到六点", "2020-09-17T17:30", "2020-09-17T05:30")]
    [InlineData("周三", "2020-09-16T00:00", "2020-09-23T00:00")]
    [InlineData("20号", "2020-09-20T00:00", "2020-08-20T00:00")]
    [InlineData("3月5日", "2020-03-05T00:00", "2021-03-05T00:00")]
    [InlineData("9月15日之后", "2020-09-16T00:00", "2020-09-15T00:00")]
    [InlineData("2018年之后2020年之前", "2019-01-01T00:00", "2018-01-01T00:00")]
    [InlineData("10月第二周", "2020-10-08T00:00", "2020-10-05T00:00")]
    [InlineData("三天内", "2020-09-17T00:00", "2020-09-15T00:00")]
    public void Another_reading_stands_behind_the_one_our_conventions_choose(string phrase, string chosen, string other)
    {
        var found = Read(phrase).Should().ContainSingle().Subject;
        found.Span.Start.Should().Be(At(chosen));
        found.Others.Select(o => o.Start).Should().Contain(At(other)).And.OnlyHaveUniqueItems(because: "each is another one");
    }

    [Theory]
    [InlineData("9月15日前", "2020-09-16T00:00", "2020-09-15T00:00")]
    [InlineData("从3月到5月", "2020-06-01T00:00", "2020-05-01T00:00")]
    [InlineData("2016年和2018年之间", "2019-01-01T00:00", "2018-01-01T00:00")]
    public void A_stretch_whose_last_day_is_open_has_both_ends(string phrase, string chosen, string other)
    {
        var found = Read(phrase).Should().ContainSingle().Subject;
        found.Span.End.Should().Be(At(chosen));
        found.Others.Select(o => o.End).Should().Contain(At(other));
    }

    [Theory]
    [InlineData("上午")]
    [InlineData("今天")]
    [InlineData("下午5点")]
    [InlineData("17:00")]
    [InlineData("05:00")]
    [InlineData("上周三")]
    [InlineData("2020年9月15日")]
    [InlineData("每周五5点前")]
    [InlineData("现在")]
    public void What_the_language_or_our_conventions_settle_has_no_other_reading(string phrase)
        => Read(phrase).SelectMany(d => d.Others).Should().BeEmpty();

    [Fact]
    public void Who_prefers_a_side_gets_one_reading()
        => Corpora.Content.Dates.Read("周三5点", new DateContext(Now, "past", Corpora.Calendar, new Dictionary<string, EventDays>())).Single().Others.Should().BeEmpty();

    [Theory]
    [InlineData("现在到八点", "2020-09-17T16:12", "2020-09-17T20:00")]
    [InlineData("从现在到九点半", "2020-09-17T08:05", "2020-09-17T09:30")]
    public void A_bare_hour_after_now_is_the_next_one(string phrase, string now, string end)
        => Read(phrase, At(now)).Single().Span.End.Should().Be(At(end));

    [Theory]
    [InlineData("马上周五了", "周五")]
    [InlineData("三个以上周末", "周末")]
    public void A_word_that_ends_before_a_week_is_not_taken_for_last_week(string text, string words) => Read(text).Single().Span.Words.Should().Be(words);

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

    private static LocalDateTime At(string text) => LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd'T'HH:mm").Parse(text).Value;

    private static IReadOnlyList<DateSaid> Read(string phrase, LocalDateTime? now = null)
        => Corpora.Content.Dates.Read(phrase, new DateContext(now ?? Now, null, Corpora.Calendar, new Dictionary<string, EventDays>()));
}
