namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Reads one Chinese point or period: a day or period, a time, or both.</summary>
internal sealed class ChinesePoints(ChineseDays days, ChineseTimes times)
{
    private static readonly WordList WeekOfIt = new("那一周", "那周", "这一周", "这周", "当周", "所在周", "所在的周", "所在那周");

    /// <summary>The point read here, or null.</summary>
    public DatePart? Read(ref Cursor cursor)
    {
        var c = cursor;
        var date = days.Read(ref c);
        if (date is { Day: not null } or { Festival: not null } && c.EatOne(WeekOfIt) >= 0)
        {
            date = date with { IsWeekOf = true };
        }

        if (date?.Through is not null || date is { IsNow: true })
        {
            cursor = c;
            return date;
        }

        var between = c;
        if (date is not null)
        {
            between.Eat("的");
            between.EatOne("大约", "大概", "约");
            between.Blank();
        }

        var timed = date is { Step: not (Step.None or Step.Day or Step.WorkingDay) } or { Window: not Window.None } ? null : times.Read(ref between, date ?? DatePart.Nothing, date is not null);
        if (timed is not null)
        {
            cursor = between;
            return timed;
        }

        if (date is not null)
        {
            cursor = c;
        }

        return date;
    }
}
