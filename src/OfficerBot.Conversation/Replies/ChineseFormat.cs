using NodaTime;

namespace OfficerBot.Conversation.Replies;

/// <summary>Chinese: 9月16日（周三）, 1小时28分钟, 甲、乙和丙.</summary>
public sealed class ChineseFormat() : LocaleFormat(Locales.Chinese)
{
    private const string Weekdays = "一二三四五六日";

    /// <inheritdoc/>
    protected override string? BetweenAmounts => "";

    /// <inheritdoc/>
    public override string Date(LocalDate date, string? form)
    {
        var day = $"{date.Month}月{date.Day}日";
        var weekday = $"周{Weekdays[(int)date.DayOfWeek - 1]}";
        return form switch
        {
            "short" => day,
            "full" => $"{date.Year}年{day}",
            "weekday" => weekday,
            _ => $"{day}（{weekday}）",
        };
    }
}
