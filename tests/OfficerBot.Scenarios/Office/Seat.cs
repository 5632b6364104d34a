using System.Net.Http.Headers;
using System.Text.Json;
using OfficerBot.Tests.Protocol.Host;

namespace OfficerBot.Scenarios.Office;

/// <summary>A person in a room, as Web Chat would be: tokens, posts and the log, and nothing else.</summary>
internal sealed class Seat(OfficeUnderTest office, HttpClient http, string conversation, string token)
{
    /// <summary>The room's id.</summary>
    public string Conversation => conversation;

    /// <summary>What a client opens the room with.</summary>
    public string Token => token;

    /// <summary>Opens the room as a client does at first; in private the bot greets.</summary>
    public Task<Heard> OpenAsync() => SendAsync(() => Request("v3/directline/conversations", JsonContent.Create(new { locale = "zh-CN" })));

    /// <summary>Says something; what the bot sent because of it, to anyone, comes back.</summary>
    /// <param name="files">Name, media type and bytes of files sent with it.</param>
    public Task<Heard> SayAsync(string text, params (string Name, string Type, byte[] Bytes)[] files) => ReplyAsync(null, text, files);

    /// <summary>Says something in reply to a message, or to none.</summary>
    public Task<Heard> ReplyAsync(string? replyToId, string text, params (string Name, string Type, byte[] Bytes)[] files) => files.Length == 0
        ? PostAsync(new { type = "message", text, locale = "zh-CN", replyToId })
        : SendAsync(() => Request($"v3/directline/conversations/{conversation}/upload", Multipart(replyToId, text, files)));

    /// <summary>Edits an earlier message on the platform.</summary>
    public Task<Heard> EditAsync(string id, string text) => PostAsync(new { type = "messageUpdate", id, text, locale = "zh-CN" });

    /// <summary>Deletes an earlier message on the platform.</summary>
    public Task<Heard> DeleteAsync(string id) => PostAsync(new { type = "messageDelete", id });

    /// <summary>Posts an activity, whatever comes of it: the HTTP status and the answer.</summary>
    public async Task<(int Status, string Body)> TryAsync(object activity)
    {
        using var request = Request($"v3/directline/conversations/{conversation}/activities", JsonContent.Create(activity));
        using var answer = await http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Opens the room's socket, from now on.</summary>
    public async Task<WireSocket> ListenAsync()
    {
        using var request = Request("v3/directline/conversations", JsonContent.Create(new { locale = "zh-CN" }));
        using var answer = await http.SendAsync(request);
        var stream = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("streamUrl").GetString();
        return await WireSocket.OpenAsync(stream ?? throw new InvalidDataException("No stream."));
    }

    /// <summary>The room's log as this person sees it, oldest change first.</summary>
    public async Task<IReadOnlyList<JsonElement>> ReadAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(office.Root, $"v3/directline/conversations/{conversation}/activities"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("activities").EnumerateArray()];
    }

    private Task<Heard> PostAsync(object activity) =>
        SendAsync(() => Request($"v3/directline/conversations/{conversation}/activities", JsonContent.Create(activity)));

    private async Task<Heard> SendAsync(Func<HttpRequestMessage> make)
    {
        var before = office.Sent.Newest;
        using var request = make();
        using var answer = await http.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.Should().BeTrue(body);
        var id = JsonDocument.Parse(body).RootElement.TryGetProperty("id", out var given) ? given.GetString() : null;
        return new Heard(id ?? "", office.Sent.After(before));
    }

    private HttpRequestMessage Request(string path, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(office.Root, path)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    private static MultipartFormDataContent Multipart(string? replyToId, string text, IEnumerable<(string Name, string Type, byte[] Bytes)> files)
    {
        var form = new MultipartFormDataContent();
        var activity = JsonContent.Create(new { type = "message", text, locale = "zh-CN", replyToId });
        activity.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.microsoft.activity");
        form.Add(activity, "activity", "blob");
        foreach (var (name, type, bytes) in files)
        {
            var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue(type);
            form.Add(content, "file", name);
        }

        return form;
    }
}

/// <summary>What came of something said.</summary>
/// <param name="Id">The activity's id.</param>
/// <param name="Replies">Everything sent because of it, to anyone, in order.</param>
internal sealed record Heard(string Id, IReadOnlyList<SentReply> Replies)
{
    /// <summary>Names of the replies, in order.</summary>
    public IReadOnlyList<string> Names => [.. Replies.Select(r => r.Reply)];

    /// <summary>The one reply there was.</summary>
    public SentReply Only => Replies.Should().ContainSingle().Subject;
}
