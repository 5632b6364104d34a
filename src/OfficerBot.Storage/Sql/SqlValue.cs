using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.People;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Storage.Sql;

/// <summary>How our types lie in columns: text, whole numbers, bytes. Instants are epoch milliseconds, cut, so that nothing moves past a limit.</summary>
internal static class SqlValue
{
    public static object Of<T>(T value) => value switch
    {
        null => DBNull.Value,
        string or long or byte[] => value,
        int number => (long)number,
        bool flag => flag ? 1L : 0L,
        Instant instant => instant.ToUnixTimeMilliseconds(),
        GroupId group => group.Value,
        UnitId unit => unit.Value,
        PersonId person => person.Value,
        AccountId account => account.Value,
        ChatId chat => chat.Value,
        LeadId lead => lead.Value,
        ReportId report => report.Value,
        DutyId duty => duty.Value,
        LocalDate day => DayText.Of(day),
        Enum choice => Convert.ToInt64(choice, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"No column form for {value.GetType()}."),
    };
}
