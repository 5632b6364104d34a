using System.Reflection;
using Microsoft.Data.Sqlite;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage;

/// <summary>The numbered migrations of one of the two files. All that are missing are applied in one transaction.</summary>
internal static class Schema
{
    /// <summary>The migrations of the books.</summary>
    public const string Main = "main/";

    /// <summary>The migrations of the files beside them.</summary>
    public const string Files = "files/";

    /// <summary>The version a file has when every migration is applied.</summary>
    public static int Newest(string set) => Texts(set).Last().Version;

    /// <summary>Brings a file up to date. Refuses one that a newer program has written. What an older one has written is kept first, see <see cref="OldForm"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="upTo">For tests: stop at this version.</param>
    public static void Bring(SqliteConnection connection, string set, string path, int upTo = int.MaxValue)
    {
        if (HasVersion(connection) && VersionOf(connection) is > 0 and var old && old < Newest(set))
        {
            OldForm.Keep(connection, path, old);
        }

        using var transaction = connection.BeginTransaction();
        Run(connection, transaction, "create table if not exists schema_version (version integer not null primary key, name text not null)");
        var present = VersionOf(connection, transaction);
        if (present > Newest(set))
        {
            throw new StoreUnavailableException(UnavailableReason.Damaged, $"The database has schema {present}; this program knows {Newest(set)}. Use the newer program.");
        }

        foreach (var (version, name, sql) in Texts(set).Where(t => t.Version > present && t.Version <= upTo))
        {
            Run(connection, transaction, Dialect.Sqlite(sql));
            Run(connection, transaction, $"insert into schema_version (version, name) values ({version}, '{name}')");
        }

        transaction.Commit();
    }

    private static bool HasVersion(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from sqlite_schema where name = 'schema_version'";
        return command.ExecuteScalar() is 1L;
    }

    /// <summary>0 for a new file.</summary>
    public static int VersionOf(SqliteConnection connection, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "select coalesce(max(version), 0) from schema_version";
        return (int)(long)command.ExecuteScalar()!; // an aggregate always has a row
    }

    private static List<(int Version, string Name, string Sql)> Texts(string set)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(set, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => (int.Parse(n.AsSpan(set.Length, 4)), n[(set.Length + 5)..], Read(assembly, n)))];
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!); // the name was just listed
        return reader.ReadToEnd();
    }

    private static void Run(SqliteConnection connection, SqliteTransaction transaction, string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
