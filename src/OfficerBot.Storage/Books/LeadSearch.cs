using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Roster;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage.Books;

/// <summary>The statement of a lead query: only the conditions that were given, so that an index can serve them.</summary>
internal static class LeadSearch
{
    /// <summary>Without order and limit.</summary>
    public static SqlText Begin(Raw columns, GroupId group, LeadQuery query)
    {
        var sql = new SqlText(300, 8);
        sql.AppendLiteral("select ");
        sql.AppendFormatted(columns);
        sql.AppendLiteral(" from lead where group_id = ");
        sql.AppendFormatted(group);
        AndDays(ref sql, query);
        And(ref sql, " and filed_at >= ", query.FiledFrom);
        And(ref sql, " and filed_at < ", query.FiledBefore);
        And(ref sql, " and category = ", query.Category);
        if (query.Units is { } units)
        {
            AndUnits(ref sql, " and unit_id in (", units);
        }

        if (query.Except.Count > 0)
        {
            AndUnits(ref sql, " and unit_id not in (", query.Except);
        }

        AndText(ref sql, query.Text);
        if (!query.WithWithdrawn)
        {
            sql.AppendLiteral(" and status = 0");
        }

        return sql;
    }

    // One day is asked for as such: only an equal day lets the index go on to the unit, and a busy day is not gone through for each receipt.
    private static void AndDays(ref SqlText sql, LeadQuery query)
    {
        if (query.ForDayFrom == query.ForDayTo)
        {
            And(ref sql, " and for_day = ", query.ForDayFrom);
            return;
        }

        And(ref sql, " and for_day >= ", query.ForDayFrom);
        And(ref sql, " and for_day <= ", query.ForDayTo);
    }

    private static void And<T>(ref SqlText sql, string condition, T? value)
        where T : struct
    {
        if (value is { } given)
        {
            sql.AppendLiteral(condition);
            sql.AppendFormatted(given);
        }
    }

    /// <summary>The list is filled up to a power of two, so that few different statements are prepared.</summary>
    private static void AndUnits(ref SqlText sql, string condition, IReadOnlyCollection<UnitId> units)
    {
        sql.AppendLiteral(condition);
        var listed = units.Count == 0 ? [new UnitId(0)] : units.ToArray();
        var places = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)listed.Length);
        for (var i = 0; i < places; i++)
        {
            sql.AppendLiteral(i == 0 ? string.Empty : ", ");
            sql.AppendFormatted(listed[Math.Min(i, listed.Length - 1)]);
        }

        sql.AppendLiteral(")");
    }

    private static void AndText(ref SqlText sql, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        var pattern = "%" + text.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_") + "%";
        sql.AppendLiteral(" and (title like ");
        sql.AppendFormatted(pattern);
        sql.AppendLiteral(" escape '\\' or text like ");
        sql.AppendFormatted(pattern);
        sql.AppendLiteral(" escape '\\')");
    }
}
