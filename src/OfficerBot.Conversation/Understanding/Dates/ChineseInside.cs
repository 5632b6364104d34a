namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads a stretch within a period in Chinese: 第二个周五, 最后一个工作日, 前十天, 前三季度.</summary>
internal static class ChineseInside
{
    private static readonly WordList Units = new("工作日", "天", "日", "星期", "礼拜", "周", "月", "季度");
    /// <summary>The stretch read here, or null.</summary>
    public static Inside? Read(ref Cursor cursor)
    {
        var c = cursor;
        c.Eat("的");
        if (Place(ref c) is not { } place)
        {
            return null;
        }

        c.Eat("个");
        var weekday = c;
        if (weekday.EatOne("星期", "礼拜", "周") >= 0 && ChineseDays.WeekdayAt(ref weekday) is { } day)
        {
            cursor = weekday;
            return new(place.First, place.Count, Step.Day, day);
        }

        var unit = c.EatOne(Units);
        if (unit < 0 || (unit == 2 && place.First == 1 && place.Count > 1))
        {
            return null;
        }

        cursor = c;
        return new(place.First, place.Count, unit switch { 0 => Step.WorkingDay, 1 or 2 => Step.Day, 3 or 4 or 5 => Step.Week, 6 => Step.Month, _ => Step.Quarter });
    }

    private static (int First, int Count)? Place(ref Cursor c)
    {
        if (c.Eat("第"))
        {
            return c.Number(2) is { } nth and > 0 ? (nth, 1) : null;
        }

        if (c.EatOne("最后", "最末", "后") is var last and >= 0)
        {
            var count = c.Number(2) ?? (last == 2 ? 0 : 1);
            return count is > 0 and < 400 ? (-count, count) : null;
        }

        return c.EatOne("前", "头") >= 0 && c.Number(3) is { } first and > 0 ? (1, first) : null;
    }
}
