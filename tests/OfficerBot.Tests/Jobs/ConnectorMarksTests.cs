using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using OfficerBot.Domain.People;
using OfficerBot.Jobs;
using OfficerBot.Mailing;
using OfficerBot.Storage;
using OfficerBot.Tests.Storage;

namespace OfficerBot.Tests.Jobs;

public sealed class ConnectorMarksTests
{
    [Fact]
    public async Task While_marks_are_not_kept_only_so_many_messages_can_be_in_doubt()
    {
        using var folder = new TempFolder();
        await using var store = SqliteStore.Open(new(folder.Of("officerbot.db"), Samples.ReadNotice));
        var busy = new ConnectorBusy();
        var marks = new ConnectorMarks(store, new ManualTime(), busy, new LostMessages(null!, null!, null!), NullLogger<ConnectorMarks>.Instance); // nothing is lost here
        for (var i = 0; i < ConnectorMarks.MostWaiting; i++)
        {
            marks.PutAsync(Mark(i), default).AsTask().IsCompletedSuccessfully.Should().BeTrue();
        }

        var next = marks.PutAsync(Mark(1000), default).AsTask();
        using var ends = new CancellationTokenSource();
        var cut = marks.PutAsync(Mark(1001), ends.Token).AsTask();
        (next.IsCompleted, cut.IsCompleted).Should().Be((false, false), "whoever sends waits");
        await ends.CancelAsync();
        await cut.Invoking(c => c).Should().ThrowAsync<OperationCanceledException>();

        var running = marks.RunAsync(default);
        await next;
        await busy.IdleAsync();
        marks.Close();
        await running;
    }

    private static ConnectorMark Mark(long id) => new(id, new ChatId(1), true, null, 1, false, Instant.FromUnixTimeSeconds(0));
}
