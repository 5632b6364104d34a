using OfficerBot.Clocks;
using OfficerBot.Jobs;
using OfficerBot.Storage;

namespace OfficerBot.Requests;

/// <summary>Does what commands of a second process ask the running service for. A request met twice after a crash changes nothing the second time.</summary>
internal sealed class RequestJob(SqliteStore store, OfficeClock office, RequestFolder folder) : IJob
{
    /// <inheritdoc/>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        var waiting = folder.Waiting();
        foreach (var key in waiting)
        {
            var answer = folder.Read(key) is { } request ? await DoAsync(request, cancel) : RequestAnswer.Refused("The request cannot be read.");
            folder.Answer(key, answer);
        }

        return waiting.Count > 0;
    }

    /// <summary>Does one request, on the disk when it returns.</summary>
    public Task<RequestAnswer> DoAsync(OperatorRequest request, CancellationToken cancel)
    {
        var now = office.GetCurrentInstant();
        return store.WriteAsync(s => RequestDesk.Do(s, request, now), cancel);
    }
}
