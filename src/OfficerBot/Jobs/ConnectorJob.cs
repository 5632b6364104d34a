using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using OfficerBot.Doors;
using OfficerBot.Protocol.Activities;
using OfficerBot.Settings;
using OfficerBot.Storage;
using OfficerBot.Storage.Rows;

namespace OfficerBot.Jobs;

/// <summary>
/// Posts what waits for channels to their service addresses, in order per chat, and again after 429, 5xx and broken lines, by machine time. Without a
/// token of its own it speaks to this machine only.
/// </summary>
internal sealed class ConnectorJob(SqliteStore store, TimeProvider machine, OfficerBotSettings settings) : IJob, IDisposable
{
    private const int MostAtOnce = 20;
    private const int MostAttempts = 8;

    private static readonly Duration Held = Duration.FromSeconds(60);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(3) };

    /// <inheritdoc/>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        var any = false;
        foreach (var channel in store.Read(s => s.Outbox.WaitingChannels()).Where(c => c != DirectLineWriter.Channel))
        {
            var claimed = await store.WriteAsync(s => s.Outbox.Claim(channel, Now(), Now() + Held, MostAtOnce), cancel);
            foreach (var chat in claimed.GroupBy(r => r.Chat))
            {
                await SendAsync([.. chat], cancel);
            }

            any |= claimed.Count > 0;
        }

        return any;
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task SendAsync(IReadOnlyList<OutgoingRow> rows, CancellationToken cancel)
    {
        var reference = store.Read(s => s.Chats.Reference(rows[0].Chat));
        for (var i = 0; i < rows.Count; i++)
        {
            var (outcome, id, wait) = await PostAsync(rows[i], reference, cancel);
            var held = rows.Skip(i).ToList();
            await store.WriteAsync(s => Keep(s, outcome, held, id, wait), cancel);
            if (outcome == Outcome.Again)
            {
                return; // what comes after it waits, so that order is kept
            }
        }
    }

    private int Keep(WriteSession session, Outcome outcome, List<OutgoingRow> rows, string? id, Duration wait)
    {
        switch (outcome)
        {
            case Outcome.Taken:
                session.Outbox.Sent(rows[0].Id, id, Now());
                break;
            case Outcome.Again when rows[0].Attempts < MostAttempts:
                rows.ForEach(r => session.Outbox.Retry(r.Id, Now() + wait));
                break;
            default:
                session.Outbox.Failed(rows[0].Id);
                rows.Skip(1).ToList().ForEach(r => session.Outbox.Retry(r.Id, Now()));
                break;
        }

        return rows.Count;
    }

    private async Task<(Outcome Outcome, string? Id, Duration Wait)> PostAsync(OutgoingRow row, string? reference, CancellationToken cancel)
    {
        var activity = ConnectorChats.Addressed(row.Rendered, reference, settings.PublicUrl ?? settings.Urls.Split(';')[0].TrimEnd('/'));
        if (AddressOf(activity) is not { } address)
        {
            return (Outcome.Refused, null, default);
        }

        try
        {
            using var content = new StringContent(ActivityJson.Write(activity), Encoding.UTF8, "application/json");
            using var answer = await _http.PostAsync(address, content, cancel);
            var body = await answer.Content.ReadAsStringAsync(cancel);
            return answer.IsSuccessStatusCode ? (Outcome.Taken, IdIn(body), default)
                : answer.StatusCode == HttpStatusCode.TooManyRequests || (int)answer.StatusCode >= 500 ? (Outcome.Again, null, WaitOf(answer, row))
                : (Outcome.Refused, null, default);
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            return (Outcome.Again, null, Backoff(row));
        }
    }

    private static Uri? AddressOf(JsonObject activity)
    {
        if (!Uri.TryCreate((string?)activity["serviceUrl"], UriKind.Absolute, out var service) || !service.IsLoopback || service.Scheme is not ("http" or "https")
            || service.UserInfo.Length > 0)
        {
            return null;
        }

        var path = $"/v3/conversations/{Uri.EscapeDataString((string)activity["conversation"]!["id"]!)}/activities"; // the door keeps no reference without it
        return new Uri(service.ToString().TrimEnd('/') + path + ((string?)activity["replyToId"] is { } to ? "/" + Uri.EscapeDataString(to) : ""));
    }

    private static Duration WaitOf(HttpResponseMessage answer, OutgoingRow row) =>
        answer.Headers.RetryAfter?.Delta is { } told ? Duration.FromTimeSpan(told) : Backoff(row);

    private static Duration Backoff(OutgoingRow row) => Duration.FromSeconds(Math.Min(1 << Math.Min(row.Attempts, 6), 30));

    private static string? IdIn(string body)
    {
        try
        {
            return body.Length == 0 ? null : (string?)JsonNode.Parse(body)?["id"];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null; // taken all the same; only its id is unknown
        }
    }

    private Instant Now() => Instant.FromDateTimeOffset(machine.GetUtcNow());

    private enum Outcome
    {
        Taken,
        Again,
        Refused,
    }
}
