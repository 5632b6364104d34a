using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace OfficerBot.Tests.Protocol.Host;

/// <summary>Calls Direct Line by hand, so that tests see status codes and raw JSON.</summary>
public sealed class DirectLineClient(Uri root, string? bearer, string? origin = null) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = root };

    public static DirectLineClient WithSecret(DirectLineServer server) => new(server.Root, DirectLineServer.Secret);

    public async Task<WireAnswer> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, "/v3/directline/" + path) { Content = content };
        if (bearer is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var response = await http.SendAsync(request);
        return await WireAnswer.ReadAsync(response);
    }

    public Task<WireAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<WireAnswer> PostAsync(string path, string? json = null) =>
        SendAsync(HttpMethod.Post, path, json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"));

    public Task<WireAnswer> SayAsync(string conversationId, string text, string? mark = null) => PostAsync(
        $"conversations/{conversationId}/activities",
        new JsonObject
        {
            ["type"] = "message",
            ["text"] = text,
            ["from"] = new JsonObject { ["id"] = "anna" },
            ["channelData"] = mark is null ? null : new JsonObject { ["clientActivityID"] = mark },
        }.ToJsonString());

    public async Task<JsonObject[]> ReadAsync(string conversationId, string watermark = "")
    {
        var answer = await GetAsync($"conversations/{conversationId}/activities?watermark={watermark}");
        return [.. answer.Json["activities"]!.AsArray().Select(a => a!.AsObject())];
    }

    public void Dispose() => http.Dispose();
}
