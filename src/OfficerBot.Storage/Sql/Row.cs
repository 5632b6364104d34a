using NodaTime;

namespace OfficerBot.Storage.Sql;

/// <summary>Columns of a row as our types.</summary>
internal static class Row
{
    public static int Int(this SqlRow row, int column) => (int)row.GetInt64(column);

    public static bool Flag(this SqlRow row, int column) => row.GetInt64(column) != 0;

    public static Instant Instant(this SqlRow row, int column) => NodaTime.Instant.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static LocalDate Day(this SqlRow row, int column) => DayText.Day(row.GetString(column));

    public static string? TextOrNull(this SqlRow row, int column) => row.IsNull(column) ? null : row.GetString(column);

    public static long? LongOrNull(this SqlRow row, int column) => row.IsNull(column) ? null : row.GetInt64(column);

    public static Instant? InstantOrNull(this SqlRow row, int column) => row.IsNull(column) ? null : row.Instant(column);

    /// <summary>As an instant comes back from its column.</summary>
    public static Instant Stored(this Instant instant) => NodaTime.Instant.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());
}
