using NodaTime;
using OfficerBot.Storage;
using OfficerBot.Storage.Rows;

namespace OfficerBot.Tests.Storage;

public class RecentRowsTests
{
    private static readonly Instant Morning = Instant.FromUtc(2020, 9, 16, 1, 0);

    [Fact]
    public async Task The_last_request_of_an_account_in_a_chat_outlives_a_restart_and_is_forgotten_after_its_time()
    {
        using var folder = new TempFolder();
        var options = new StoreOptions(folder.Of("officerbot.db"), Samples.ReadNotice);
        await using (var store = SqliteStore.Open(options))
        {
            await store.WriteAsync(s => Put(s.Recent), default);
        }

        await using var again = SqliteStore.Open(options);
        (await again.WriteAsync(s => s.Recent.Find(new(1), new(2), Morning - Duration.FromMinutes(10)), default)).Should().Be("\"asked\"");
        (await again.WriteAsync(s => s.Recent.Find(new(1), new(3), Morning - Duration.FromMinutes(10)), default)).Should().BeNull("it was another's request");
        (await again.WriteAsync(s => s.Recent.Find(new(1), new(2), Morning + Duration.FromMinutes(1)), default)).Should().BeNull();
        await again.WriteAsync(s => Removed(s.Recent), default);
        (await again.WriteAsync(s => s.Recent.Find(new(1), new(2), Morning), default)).Should().BeNull();
    }

    private static bool Put(RecentRows rows)
    {
        rows.Put(new(1), new(2), "\"asked\"", Morning);
        return true;
    }

    private static bool Removed(RecentRows rows)
    {
        rows.Remove(new(1), new(2));
        return true;
    }
}
