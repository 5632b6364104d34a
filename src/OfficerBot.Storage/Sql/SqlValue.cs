using NodaTime;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.People;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Storage.Sql;

/// <summary>How our types lie in columns: text, whole numbers, bytes. Instants are epoch milliseconds, cut, so that nothing moves past a limit.</summary>
/// <param name="Content">The text as <see cref="string"/>, or <see cref="byte"/>s; null for a number.</param>
/// <param name="Number">The number, when there is no content.</param>
/// <param name="IsNull">Nothing.</param>
internal readonly record struct SqlValue(object? Content, long Number, bool IsNull)
{
    public static SqlValue Of<T>(T value) => value switch
    {
        null => new(null, 0, true),
        string text => new(text, 0, false),
        byte[] bytes => new(bytes, 0, false),
        long number => OfNumber(number),
        int number => OfNumber(number),
        bool flag => OfNumber(flag ? 1L : 0L),
        Instant instant => OfNumber(instant.ToUnixTimeMilliseconds()),
        GroupId group => new(group.Value, 0, false),
        UnitId unit => OfNumber(unit.Value),
        PersonId person => OfNumber(person.Value),
        AccountId account => OfNumber(account.Value),
        ChatId chat => OfNumber(chat.Value),
        LeadId lead => OfNumber(lead.Value),
        ReportId report => OfNumber(report.Value),
        DutyId duty => new(duty.Value, 0, false),
        LocalDate day => new(DayText.Of(day), 0, false),
        Enum choice => OfNumber(Convert.ToInt64(choice, CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"No column form for {value.GetType()}."),
    };

    private static SqlValue OfNumber(long number) => new(null, number, false);
}
