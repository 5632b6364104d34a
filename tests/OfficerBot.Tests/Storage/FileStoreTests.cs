using Microsoft.Data.Sqlite;
using NodaTime;
using OfficerBot.Storage;

namespace OfficerBot.Tests.Storage;

/// <summary>Bytes beside the books.</summary>
public sealed class FileStoreTests
{
    private static readonly Instant Now = Samples.Morning;

    [Fact]
    public async Task Reading_waits_for_no_writing()
    {
        using var folder = new TempFolder();
        await using var store = SqliteStore.Open(new(folder.Of("officerbot.db"), Samples.ReadNotice));
        var key = store.Files.Keep([1, 2, 3], "image/png");
        using var writer = new SqliteConnection($"Data Source={store.Options.FilesPath};Pooling=false");
        writer.Open();
        using var transaction = writer.BeginTransaction(); // as slow as a disk can be
        var keeping = Task.Run(() => store.Files.Keep([4], "image/png"));

        store.Files.Read(key).Should().Equal(1, 2, 3);
        keeping.IsCompleted.Should().BeFalse();

        transaction.Rollback();
        await keeping;
    }

    [Fact]
    public async Task A_file_goes_a_day_after_nobody_points_to_it_and_never_when_it_is_kept_again()
    {
        using var folder = new TempFolder();
        await using var store = SqliteStore.Open(new(folder.Of("officerbot.db"), Samples.ReadNotice));
        var files = new UnusedFiles(store, Duration.FromDays(1));
        var used = await store.WriteAsync(s => s.Uploads.Add("k", null, "a.txt", "text/plain", [1], null), default);
        var (left, keptAgain) = (store.Files.Keep([2], "text/plain"), store.Files.Keep([3], "text/plain"));
        await files.StepAsync(Now, default);
        await files.StepAsync(Now + Duration.FromHours(23), default);
        store.Files.Keep([3], "text/plain");

        (await files.StepAsync(Now + Duration.FromHours(25), default)).Should().BeTrue();

        store.Files.Read(left).Should().BeNull();
        store.Files.Read(keptAgain).Should().NotBeNull();
        store.Files.Read(used.FileKey).Should().NotBeNull();
    }

    [Fact]
    public async Task A_file_somebody_points_to_again_at_the_last_moment_stays()
    {
        using var folder = new TempFolder();
        await using var store = SqliteStore.Open(new(folder.Of("officerbot.db"), Samples.ReadNotice));
        var files = new UnusedFiles(store, Duration.FromDays(1));
        var key = store.Files.Keep([2], "text/plain");
        await files.StepAsync(Now, default);
        await store.WriteAsync(s => { s.Uploads.Add(new("k", null, "a.txt", "text/plain", key, null)); return 0; }, default);

        await files.StepAsync(Now + Duration.FromDays(2), default);
        await files.StepAsync(Now + Duration.FromDays(4), default);

        store.Files.Read(key).Should().NotBeNull();
    }
}
