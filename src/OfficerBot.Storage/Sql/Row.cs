using System.Data.Common;
using NodaTime;

namespace OfficerBot.Storage.Sql;

/// <summary>Reading columns of a row, by position.</summary>
internal static class Row
{
    public static int Int(this DbDataReader row, int column) => (int)row.GetInt64(column);

    public static bool Flag(this DbDataReader row, int column) => row.GetInt64(column) != 0;

    public static Instant Instant(this DbDataReader row, int column) => NodaTime.Instant.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static LocalDate Day(this DbDataReader row, int column) => DayText.Day(row.GetString(column));

    public static string? TextOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static long? LongOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    public static Instant? InstantOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Instant(column);

    /// <summary>As an instant comes back from its column.</summary>
    public static Instant Stored(this Instant instant) => NodaTime.Instant.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());
}
