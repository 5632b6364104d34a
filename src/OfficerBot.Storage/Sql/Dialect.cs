namespace OfficerBot.Storage.Sql;

/// <summary>What the migrations' tokens mean to an engine; one text serves all.</summary>
internal static class Dialect
{
    /// <summary>For SQLite.</summary>
    /// <param name="sql">Text with <c>{id}</c> (row id), <c>{int}</c> (64 bits), <c>{bytes}</c> and <c>{clustered}</c> (rows lie in their key).</param>
    public static string Sqlite(string sql) => sql
        .Replace("{id}", "integer primary key", StringComparison.Ordinal)
        .Replace("{int}", "integer", StringComparison.Ordinal)
        .Replace("{bytes}", "blob", StringComparison.Ordinal)
        .Replace("{clustered}", " without rowid", StringComparison.Ordinal);
}
