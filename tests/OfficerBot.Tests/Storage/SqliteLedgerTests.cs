namespace OfficerBot.Tests.Storage;

/// <summary>Leads, filings and standings on SQLite.</summary>
public sealed class SqliteLedgerTests : LedgerBehaviour
{
    protected override StoreEngine Start() => new SqliteEngine();
}

/// <summary>Reports and their letters on SQLite.</summary>
public sealed class SqliteReportTests : ReportBehaviour
{
    protected override StoreEngine Start() => new SqliteEngine();
}

/// <summary>Roster, accounts and chats on SQLite.</summary>
public sealed class SqlitePeopleTests : PeopleBehaviour
{
    protected override StoreEngine Start() => new SqliteEngine();
}

/// <summary>The service's own rows on SQLite.</summary>
public sealed class SqliteRowTests : RowBehaviour
{
    protected override StoreEngine Start() => new SqliteEngine();
}
