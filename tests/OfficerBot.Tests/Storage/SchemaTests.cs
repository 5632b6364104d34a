using OfficerBot.Domain.Ledger;
using OfficerBot.Storage;

namespace OfficerBot.Tests.Storage;

/// <summary>Opening what is there already: older, newer, half, broken.</summary>
public class SchemaTests
{
    [Fact]
    public async Task Migrations_are_applied_to_a_database_with_rows_and_keep_them()
    {
        using var folder = new TempFolder();
        var path = folder.Of("officerbot.db");
        using (var connection = Connections.Writer(path))
        {
            Connections.Run(connection, "create table kept_by_hand (word text); insert into kept_by_hand values ('留')");
            Schema.Bring(connection, Schema.Main, path, upTo: 1);
            Connections.Run(connection, FirstRows);
        }

        await using (var store = SqliteStore.Open(new(path, Samples.ReadNotice)))
        {
            store.Read(s => s.Ledger(Samples.Group).Leads.Find(new LeadQuery())).Should().ContainSingle().Which.Text.Should().Be("旧库里的");
            var next = await store.WriteAsync(s => s.Ledger(Samples.Group).Leads.Get(new(1)), default);
            next.Number.ToString().Should().Be("0916-01");
        }

        using var again = Connections.Reader(path);
        Schema.VersionOf(again).Should().Be(Schema.Newest(Schema.Main));
    }

    [Fact]
    public async Task The_old_form_is_kept_beside_until_the_next_upgrade_and_nothing_is_kept_without_one()
    {
        using var folder = new TempFolder();
        var path = folder.Of("officerbot.db");
        string[] Kept() => [.. Directory.GetFiles(Path.GetDirectoryName(path)!).Where(f => f.Contains(".schema-", StringComparison.Ordinal))];
        await SqliteStore.Open(new(folder.Of("new.db"), Samples.ReadNotice)).DisposeAsync();
        Kept().Should().BeEmpty("a new store has no older form");
        using (var connection = Connections.Writer(path))
        {
            Schema.Bring(connection, Schema.Main, path, upTo: 1);
            Connections.Run(connection, FirstRows);
        }

        await File.WriteAllTextAsync(OldForm.PathOf(path, 0), "of an upgrade long ago");
        await File.WriteAllTextAsync(OldForm.PathOf(path, 1), "half of a copy, from a start that was cut off");
        await SqliteStore.Open(new(path, Samples.ReadNotice)).DisposeAsync();
        Kept().Should().Equal(OldForm.PathOf(path, 1));
        await SqliteStore.Open(new(path, Samples.ReadNotice)).DisposeAsync();
        Kept().Should().Equal(OldForm.PathOf(path, 1));

        using var old = Connections.Reader(OldForm.PathOf(path, 1));
        Schema.VersionOf(old).Should().Be(1);
        using var rows = old.CreateCommand();
        rows.CommandText = "select text from lead";
        rows.ExecuteScalar().Should().Be("旧库里的");
    }

    [Fact]
    public void Without_room_for_the_old_form_nothing_is_changed()
    {
        using var folder = new TempFolder();
        var path = folder.Of("officerbot.db");
        using (var connection = Connections.Writer(path))
        {
            Schema.Bring(connection, Schema.Main, path, upTo: 1);
        }

        Directory.CreateDirectory(OldForm.PathOf(path, 1)); // no file can be made there
        Opening(path).Should().Throw<Exception>();
        using var still = Connections.Reader(path);
        Schema.VersionOf(still).Should().Be(1);
    }

    [Theory]
    [InlineData(Schema.Main)]
    [InlineData(Schema.Files)]
    public void Each_migration_has_a_number_of_its_own(string set)
    {
        var numbers = typeof(Schema).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(set, StringComparison.Ordinal)).Select(n => int.Parse(n.AsSpan(set.Length, 4))).Order().ToList();

        numbers.Should().Equal(Enumerable.Range(1, numbers.Count));
    }

    [Fact]
    public void A_database_of_a_newer_program_is_refused()
    {
        using var folder = new TempFolder();
        var path = folder.Of("officerbot.db");
        using (var connection = Connections.Writer(path))
        {
            Schema.Bring(connection, Schema.Main, path);
            Connections.Run(connection, "insert into schema_version values (9999, 'later')");
        }

        Opening(path).Should().Throw<StoreUnavailableException>().WithMessage("*9999*newer program*");
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_in_words_and_left_alone()
    {
        using var folder = new TempFolder();
        var path = folder.Of("officerbot.db");
        File.WriteAllText(path, new string('x', 8192));

        Opening(path).Should().Throw<StoreUnavailableException>().Which.Reason.Should().Be(UnavailableReason.Damaged);
        File.ReadAllText(path).Should().Be(new string('x', 8192));
    }

    [Fact]
    public void Files_without_their_books_are_never_taken_for_an_empty_store()
    {
        using var folder = new TempFolder();
        var path = folder.Of("officerbot.db");
        File.WriteAllText(StoreOptions.FilesBeside(path), string.Empty);

        Opening(path).Should().Throw<StoreUnavailableException>().WithMessage("*is missing*");
        File.Exists(path).Should().BeFalse();
    }

    [Fact]
    public void Every_table_of_a_group_carries_its_id()
    {
        string[] ofNoGroup =
        [
            "schema_version", "account", "seen_message", "dialog_state", "direct_line_conversation", "direct_line_member", "direct_line_activity", "setting", "recent_request",
        ];
        using var folder = new TempFolder();
        using var connection = Connections.Writer(folder.Of("officerbot.db"));
        Schema.Bring(connection, Schema.Main, folder.Of("officerbot.db"));
        using var command = connection.CreateCommand();
        command.CommandText = "select name from sqlite_master t where type = 'table'"
            + " and not exists (select 1 from pragma_table_info(t.name) c where c.name = 'group_id')";
        using var rows = command.ExecuteReader();

        rows.Cast<System.Data.Common.DbDataRecord>().Select(r => r.GetString(0)).Should().BeEquivalentTo(ofNoGroup);
    }

    private const string FirstRows = """
        insert into unit (group_id, name, kind, aliases, english_names, added_at) values ('sample-group', '白沙镇', '镇', '', '', 0);
        insert into person (group_id, unit_id, name, title, roles, added_at) values ('sample-group', 1, '王小明', '', 1, 0);
        insert into lead_number values ('sample-group', '2020-09-16', 1);
        insert into lead (group_id, filed_day, seq, unit_id, filed_by, for_day, filed_at, title, text, category, version, status, pictures, text_key,
            source_chat, item, changed_by, changed_at)
        values ('sample-group', '2020-09-16', 1, 1, 1, '2020-09-16', 0, '旧', '旧库里的', 1, 1, 0, 0, 0, 1, 0, 1, 0);
        """;

    private static Func<SqliteStore> Opening(string path) => FluentActions.Invoking(() => SqliteStore.Open(new(path, Samples.ReadNotice)));
}
