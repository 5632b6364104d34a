using Humanizer.Localisation;
using Humanizer.Localisation.Formatters;

namespace OfficerBot.Conversation.Replies;

/// <summary>Chinese amounts of time and data for Humanizer, whose own Chinese pack cannot be had.</summary>
public sealed class ChineseAmounts : IFormatter
{
    /// <inheritdoc/>
    public string DateHumanize_Now() => "刚刚";

    /// <inheritdoc/>
    public string DateHumanize_Never() => "从未";

    /// <inheritdoc/>
    public string DateHumanize(TimeUnit timeUnit, Tense timeUnitTense, int unit) => (timeUnit, timeUnitTense, unit) switch
    {
        (TimeUnit.Day, Tense.Past, 1) => "昨天",
        (TimeUnit.Day, Tense.Future, 1) => "明天",
        (_, Tense.Past, _) => $"{TimeSpanHumanize(timeUnit, unit)}前",
        _ => $"{TimeSpanHumanize(timeUnit, unit)}后",
    };

    /// <inheritdoc/>
    public string TimeSpanHumanize_Zero() => "0分钟";

    /// <inheritdoc/>
    public string TimeSpanHumanize(TimeUnit timeUnit, int unit, bool toWords = false) => $"{unit}{TimeUnitHumanize(timeUnit)}";

    /// <inheritdoc/>
    public string DataUnitHumanize(DataUnit dataUnit, double count, bool toSymbol = true) => dataUnit switch
    {
        DataUnit.Bit => "位",
        DataUnit.Byte => toSymbol ? "B" : "字节",
        _ => dataUnit.ToString()[..1] + "B",
    };

    /// <inheritdoc/>
    public string TimeUnitHumanize(TimeUnit timeUnit) => timeUnit switch
    {
        TimeUnit.Millisecond => "毫秒",
        TimeUnit.Second => "秒",
        TimeUnit.Minute => "分钟",
        TimeUnit.Hour => "小时",
        TimeUnit.Day => "天",
        TimeUnit.Week => "周",
        TimeUnit.Month => "个月",
        _ => "年",
    };
}
