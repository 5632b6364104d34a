using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using OfficerBot.Scenarios.Kills;
using OfficerBot.Tests.Protocol.Host;

namespace OfficerBot.Scenarios.Operating;

/// <summary>SIGTERM, as a service manager sends it.</summary>
public sealed class StopTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("officerbot-stop-").FullName;
    private readonly HttpClient _http = new();

    public void Dispose()
    {
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_is_begun_is_ended_sockets_are_told_that_the_service_goes_away_and_the_exit_code_is_0()
    {
        using var service = await ChildService.StartAsync("OfficerBot.dll", _folder);
        var seat = await SitAsync(service);
        using var socket = await ListenAsync(service, seat);
        await SayAsync(service, seat, "线索：白沙镇清理河道垃圾3吨。");
        using var enough = new CancellationTokenSource();
        var talking = Enumerable.Range(0, 8).Select(n => TalkAsync(service, seat, n, enough.Token)).ToList();
        await Task.WhenAll(talking.Select(t => t.First.Task));

        var (code, words) = await service.StopAsync();

        code.Should().Be(0, words);
        words.Should().NotContain("unhandled", words);
        await ToTheEndAsync(socket);
        socket.CloseStatus.Should().Be(WebSocketCloseStatus.EndpointUnavailable);
        await enough.CancelAsync();
        var answered = (await Task.WhenAll(talking.Select(t => t.All))).Sum();
        using var again = await ChildService.StartAsync("OfficerBot.dll", _folder);
        (await LoggedAsync(again, await SitAsync(again))).Should().BeGreaterThanOrEqualTo(answered + 1, "what was answered is on the disk");
    }

    // Posts one after the other until the service is gone; counts those answered by 200.
    private (TaskCompletionSource First, Task<int> All) TalkAsync(ChildService service, JsonNode seat, int talker, CancellationToken enough)
    {
        var first = new TaskCompletionSource();
        return (first, RunAsync());

        async Task<int> RunAsync()
        {
            for (var n = 0; !enough.IsCancellationRequested; n++)
            {
                try
                {
                    if (await SayAsync(service, seat, $"第{talker}号第{n}句") != 200)
                    {
                        return n;
                    }

                    first.TrySetResult();
                }
                catch (HttpRequestException)
                {
                    return n; // refused, or cut before it was taken
                }
            }

            return 0;
        }
    }

    private async Task<JsonNode> SitAsync(ChildService service)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(service.Root, "sample/sit"), new { person = "周晓燕", room = "private" });
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!; // always JSON
    }

    private async Task<WireSocket> ListenAsync(ChildService service, JsonNode seat)
    {
        using var answer = await SendAsync(service, seat, HttpMethod.Post, "v3/directline/conversations", new { locale = "zh-CN" });
        return await WireSocket.OpenAsync((string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["streamUrl"]!); // as SitAsync
    }

    private async Task<int> SayAsync(ChildService service, JsonNode seat, string text)
    {
        using var answer = await SendAsync(service, seat, HttpMethod.Post, $"v3/directline/conversations/{seat["conversationId"]}/activities", new { type = "message", text });
        return (int)answer.StatusCode;
    }

    private async Task<int> LoggedAsync(ChildService service, JsonNode seat)
    {
        using var answer = await SendAsync(service, seat, HttpMethod.Get, $"v3/directline/conversations/{seat["conversationId"]}/activities", null);
        var activities = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["activities"]!.AsArray(); // as SitAsync
        return activities.Count(a => (string?)a!["from"]!["role"] == "user");
    }

    private async Task<HttpResponseMessage> SendAsync(ChildService service, JsonNode seat, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(service.Root, path)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (string)seat["token"]!); // as SitAsync
        return await _http.SendAsync(request);
    }

    private static async Task ToTheEndAsync(WireSocket socket)
    {
        while (await socket.NextTextAsync() is not null)
        {
            // what was said before
        }
    }
}
