using Microsoft.Data.Sqlite;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Ledger;
using OfficerBot.Storage;

namespace OfficerBot.Tests.Storage;

/// <summary>Copies taken beside a running service, and putting one back.</summary>
public class BackupTests
{
    [Fact]
    public async Task A_copy_taken_while_writing_is_one_moment_with_every_file_it_points_to()
    {
        using var folder = new TempFolder();
        await using var store = Open(folder.Of("officerbot.db"));
        var cast = await store.WriteAsync(s => Samples.Fill(s.Ledger(Samples.Group)), default);
        await FileAsync(store, cast, 0);
        using var enough = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 1; !enough.IsCancellationRequested; i++)
            {
                await FileAsync(store, cast, i);
            }
        });

        var copy = await CopyAsync(folder);
        await enough.CancelAsync();
        await writing;

        var report = StoreBackup.Check(Path.Combine(copy, "officerbot.db"));
        report.Problems.Should().BeEmpty();
        report.SchemaVersion.Should().Be(Schema.Newest(Schema.Main));
        report.Leads.Should().BeInRange(1, Leads(store));
    }

    [Fact]
    public async Task A_copy_without_a_file_its_books_point_to_is_not_whole()
    {
        using var folder = new TempFolder();
        var copy = await CopyOfOneLeadAsync(folder);
        using (var files = new SqliteConnection($"Data Source={StoreOptions.FilesBeside(copy)};Pooling=false"))
        {
            files.Open();
            Connections.Run(files, "delete from file");
        }

        StoreBackup.Check(copy).Problems.Should().ContainSingle().Which.Should().Contain("is missing");
        FluentActions.Invoking(() => StoreBackup.Restore(copy, folder.Of("officerbot.db"))).Should().Throw<StoreUnavailableException>();
    }

    [Fact]
    public async Task A_broken_copy_is_reported_and_not_restored()
    {
        using var folder = new TempFolder();
        var copy = await CopyOfOneLeadAsync(folder);
        var bytes = await File.ReadAllBytesAsync(copy);
        Array.Fill<byte>(bytes, 0x5a, 4096, bytes.Length - 4096);
        await File.WriteAllBytesAsync(copy, bytes);

        StoreBackup.Check(copy).IsWhole.Should().BeFalse();
        FluentActions.Invoking(() => StoreBackup.Restore(copy, folder.Of("officerbot.db"))).Should().Throw<StoreUnavailableException>();
        await using var store = Open(folder.Of("officerbot.db"));
        Leads(store).Should().Be(2, "nothing was changed");
    }

    [Fact]
    public async Task A_restored_copy_takes_the_place_of_what_is_kept_beside_it()
    {
        using var folder = new TempFolder();
        var path = folder.Of("officerbot.db");
        var copy = await CopyOfOneLeadAsync(folder);

        StoreBackup.Restore(copy, path);

        await using var store = Open(path);
        Leads(store).Should().Be(1);
        StoreBackup.Check(path + ".before-restore").Should().NotBeNull();
        File.Exists(path + ".before-restore").Should().BeTrue();
    }

    [Fact]
    public async Task Nothing_is_restored_under_a_running_service()
    {
        using var folder = new TempFolder();
        var copy = await CopyOfOneLeadAsync(folder);
        await using var store = Open(folder.Of("officerbot.db"));

        FluentActions.Invoking(() => StoreBackup.Restore(copy, folder.Of("officerbot.db"))).Should().Throw<StoreHeldException>();
    }

    [Fact]
    public async Task A_folder_that_holds_a_copy_is_not_written_over()
    {
        using var folder = new TempFolder();
        await using var store = Open(folder.Of("officerbot.db"));
        await CopyAsync(folder);

        await FluentActions.Awaiting(() => CopyAsync(folder)).Should().ThrowAsync<StoreUnavailableException>();
    }

    [Fact]
    public async Task A_copy_that_finds_no_room_takes_none_from_the_service()
    {
        using var folder = new TempFolder();
        using var disk = SmallDisk.Mount();
        await using var store = Open(folder.Of("officerbot.db"));
        await store.Files.KeepAsync(new byte[5 * 1024 * 1024], "image/png", default);

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => CopyAsync(folder, disk.Of("copy")));
        refused.Reason.Should().Be(UnavailableReason.Full);
        refused.Message.Should().Contain("5 MB").And.Contain("4 MB");
        Directory.Exists(disk.Of("copy")).Should().BeFalse();
    }

    [Fact]
    public async Task Of_a_copy_that_fails_nothing_stays()
    {
        using var folder = new TempFolder();
        await using (var store = Open(folder.Of("officerbot.db")))
        {
            await store.WriteAsync(s => Samples.Fill(s.Ledger(Samples.Group)), default);
        }

        await File.WriteAllBytesAsync(StoreOptions.FilesBeside(folder.Of("officerbot.db")), new byte[8192]); // no database
        await Assert.ThrowsAsync<StoreUnavailableException>(() => CopyAsync(folder));
        Directory.Exists(folder.Of("copy")).Should().BeFalse();
    }

    [Fact]
    public async Task A_restore_that_finds_no_room_changes_nothing()
    {
        using var folder = new TempFolder();
        using var disk = SmallDisk.Mount();
        string copy;
        await using (var store = Open(folder.Of("officerbot.db")))
        {
            await store.Files.KeepAsync(new byte[5 * 1024 * 1024], "image/png", default);
            copy = Path.Combine(await CopyAsync(folder), "officerbot.db");
        }

        await using (var present = Open(disk.Of("officerbot.db")))
        {
            await FileAsync(present, await present.WriteAsync(s => Samples.Fill(s.Ledger(Samples.Group)), default), 0);
        }

        FluentActions.Invoking(() => StoreBackup.Restore(copy, disk.Of("officerbot.db"))).Should().Throw<IOException>();
        Directory.GetFiles(Path.GetDirectoryName(disk.Of("x"))!, "*restor*").Should().BeEmpty();
        await using var still = Open(disk.Of("officerbot.db"));
        Leads(still).Should().Be(1);
    }

    [Fact]
    public async Task The_same_bytes_are_kept_once_under_their_hash()
    {
        using var folder = new TempFolder();
        await using var store = Open(folder.Of("officerbot.db"));
        var key = await store.Files.KeepAsync([1, 2, 3], "image/png", default);

        (await store.Files.KeepAsync([1, 2, 3], "image/png", default)).Should().Be(key);
        key.Should().Be("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
        store.Files.Read(key).Should().Equal(1, 2, 3);
        store.Files.Read(new string('0', 64)).Should().BeNull();
    }

    private static SqliteStore Open(string path) => SqliteStore.Open(new(path, Samples.ReadNotice));

    /// <summary>Copies as the command does, from the files alone.</summary>
    private static Task<string> CopyAsync(TempFolder folder, string? to = null) => StoreBackup.CopyAsync(folder.Of("officerbot.db"), to ?? folder.Of("copy"), default);

    private static int Leads(SqliteStore store) => store.Read(s => s.Ledger(Samples.Group).Leads.Count(new LeadQuery()));

    /// <summary>Copies a store with one lead, which then gets a second; the store is closed.</summary>
    private static async Task<string> CopyOfOneLeadAsync(TempFolder folder)
    {
        await using var store = Open(folder.Of("officerbot.db"));
        var cast = await store.WriteAsync(s => Samples.Fill(s.Ledger(Samples.Group)), default);
        await FileAsync(store, cast, 1);
        var copy = await CopyAsync(folder);
        await FileAsync(store, cast, 2);
        return Path.Combine(copy, "officerbot.db");
    }

    private static async Task FileAsync(SqliteStore store, Cast cast, int n)
    {
        var bytes = BitConverter.GetBytes(n);
        var key = await store.Files.KeepAsync(bytes, "image/png", default);
        await store.WriteAsync(
            s =>
            {
                var lead = s.Ledger(Samples.Group).Leads.Add(Samples.Lead(cast, $"第{n}条"));
                s.Ledger(Samples.Group).Leads.AddPicture(lead.Id, new Picture(key, "image/png", "图.png", bytes.Length), cast.Officer.Id, Samples.Morning);
                return 0;
            },
            default);
    }
}
