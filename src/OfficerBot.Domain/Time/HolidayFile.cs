using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace OfficerBot.Domain.Time;

/// <summary>
/// Reads the holiday data: an object with one property per year, an array of <c>{date, name, isOffDay}</c>, and <c>_meta.provisional</c>, an object
/// whose property names are the years with statutory days only.
/// </summary>
public static class HolidayFile
{
    /// <summary>Reads UTF-8 JSON.</summary>
    /// <exception cref="FormatException">The file is not JSON, or a day in it is not what is described above; the message says which.</exception>
    public static WorkingCalendar Read(Stream json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var years = document.RootElement.EnumerateObject().Where(p => p.Name != "_meta").ToList();
            return new WorkingCalendar(years.Select(YearOf), Provisional(document.RootElement), years.SelectMany(DaysOf).ToList());
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw new FormatException($"Holiday data: {wrong.Message}", wrong);
        }
    }

    private static int YearOf(JsonProperty year) =>
        int.TryParse(year.Name, out var number) ? number : throw new FormatException($"Holiday data: '{year.Name}' is not a year.");

    private static IEnumerable<SpecialDay> DaysOf(JsonProperty year) => year.Value.EnumerateArray().Select(day => DayOf(day, YearOf(year)));

    private static SpecialDay DayOf(JsonElement day, int year)
    {
        var date = LocalDatePattern.Iso.Parse(day.GetProperty("date").GetString()!).GetValueOrThrow(); // checked: a null text fails the parse with its own message
        // A year's arrangement may reach into its neighbour: 2022-12-31 belongs to New Year 2023.
        if (Math.Abs(date.Year - year) > 1)
        {
            throw new FormatException($"Holiday data: {date:uuuu-MM-dd} stands under {year}.");
        }

        return new SpecialDay(date, day.GetProperty("name").GetString() ?? "", day.GetProperty("isOffDay").GetBoolean());
    }

    private static List<int> Provisional(JsonElement root) =>
        root.TryGetProperty("_meta", out var meta) && meta.TryGetProperty("provisional", out var years)
            ? years.EnumerateObject().Select(YearOf).ToList()
            : [];
}
