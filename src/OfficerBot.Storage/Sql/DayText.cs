using NodaTime;
using NodaTime.Text;

namespace OfficerBot.Storage.Sql;

/// <summary>Local days and slots as text: <c>2020-09-16</c>, <c>2020-09-16T12:00</c>; both sort as they follow in time.</summary>
internal static class DayText
{
    private static readonly LocalDateTimePattern SlotPattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm");

    public static string Of(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static string Of(LocalDateTime slot) => SlotPattern.Format(slot);

    public static LocalDate Day(string text) => new(Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2));

    public static LocalDateTime Slot(string text) => Day(text).At(new LocalTime(Number(text, 11, 2), Number(text, 14, 2)));

    private static int Number(string text, int start, int length) => int.Parse(text.AsSpan(start, length), NumberStyles.None);
}
