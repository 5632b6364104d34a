using NodaTime;
using OfficerBot.Domain.Time;

namespace OfficerBot.Tests.Domain.Time;

public class LocalTimesTests
{
    [Theory]
    [InlineData("Asia/Shanghai", "2020-09-16T12:00:00", "2020-09-16T04:00:00Z", "a plain noon")]
    [InlineData("America/New_York", "2020-03-08T02:30:00", "2020-03-08T07:00:00Z", "skipped: the first moment after the gap")]
    [InlineData("America/New_York", "2020-11-01T01:30:00", "2020-11-01T05:30:00Z", "repeated: its first passing")]
    [InlineData("Asia/Shanghai", "1991-04-14T02:30:00", "1991-04-13T18:00:00Z", "the summer time Shanghai once had")]
    [InlineData("Pacific/Apia", "2011-12-30T12:00:00", "2011-12-30T10:00:00Z", "a day that never was")]
    public void Skipped_and_repeated_times_follow_one_policy(string zone, string local, string instant, string why)
    {
        var at = LocalTimes.ToInstant(NodaTime.Text.LocalDateTimePattern.ExtendedIso.Parse(local).Value, DateTimeZoneProviders.Tzdb[zone]);
        at.Should().Be(NodaTime.Text.InstantPattern.ExtendedIso.Parse(instant).Value, why);
    }
}
