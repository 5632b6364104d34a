using System.Net.Http.Json;
using System.Text.Json.Nodes;
using OfficerBot.Scenarios.Kills;

namespace OfficerBot.Scenarios.Operating;

/// <summary>The log of a real process as a machine reads it: a JSON object a line, and nothing of anybody in it.</summary>
public sealed class LogLinesTests : IDisposable
{
    private const string Planted = "白沙河老渡口的蓝色水泵";
    private const string Forged = "x\r\n{\"EventId\":901,\"Message\":\"forged\"}\u001b[31m";

    private readonly string _folder = Directory.CreateTempSubdirectory("officerbot-log-").FullName;
    private readonly HttpClient _http = new();

    public void Dispose()
    {
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Every_line_is_one_JSON_object_with_time_and_id_and_none_holds_what_was_planted()
    {
        using var service = await ChildService.StartAsync(
            "OfficerBot.dll", _folder, "--Logging:Console:FormatterName", "json", "--Logging:LogLevel:Default", "Debug", "--Logging:LogLevel:Microsoft.AspNetCore", "Warning");
        var (conversation, token) = await SitAsync(service, "刘艺超");
        await PostAsync(service, conversation, token, new { type = "message", text = $"线索：{Planted}昨夜被人拆走，电话19900000099。" });
        await PostAsync(service, conversation, token, new { type = "message", text = "周晓燕电话" });
        await PostAsync(service, conversation, token, new { type = "message", text = "导出通讯录" });
        await PostAsync(service, conversation, token, new { type = Forged, text = Forged });
        await PostAsync(service, conversation, "eyJhbGciOiJub25lIn0." + Planted[0], new { type = "message", text = Planted });
        var (elsewhere, stranger) = await SitAsync(service, "stranger");
        await PostAsync(service, elsewhere, stranger, new { type = "message", text = $"我看见{Planted}了" });
        await service.UntilWrittenAsync("export.roster"); // the audit is said with the next beat

        var (code, words) = await service.StopAsync();

        code.Should().Be(0);
        var lines = words.Split('\n').Where(l => l.StartsWith('{')).Select(l => JsonNode.Parse(l)!.AsObject()).ToList(); // a line that is no JSON throws
        words.Split('\n').Should().OnlyContain(l => l.StartsWith('{') || l.Contains(" / ", StringComparison.Ordinal), "beside the start lines there is nothing else");
        lines.Should().OnlyContain(l => l.ContainsKey("EventId") && l.ContainsKey("LogLevel") && ((string)l["Timestamp"]!).EndsWith('Z'));
        lines.Select(l => (int)l["EventId"]!).Should().Contain([901, 903], "what was looked up and exported, and who was turned away, is said");
        var all = string.Concat(lines.Select(l => l.ToJsonString(Readable)));
        string[] secrets = [Planted, "蓝色水泵", "forged", "19900000", "周晓燕", "刘艺超", "路人", token, stranger, token[^20..], "eyJ", await SecretAsync()];
        secrets.Should().OnlyContain(s => !all.Contains(s, StringComparison.Ordinal));
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Task<string> SecretAsync() => File.ReadAllTextAsync(Path.Combine(_folder, "directline.secret"));

    private async Task<(string Conversation, string Token)> SitAsync(ChildService service, string person)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(service.Root, "sample/sit"), new { person, room = "private" });
        var seat = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!; // always JSON
        return ((string)seat["conversationId"]!, (string)seat["token"]!);
    }

    private async Task PostAsync(ChildService service, string conversation, string token, object activity)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(service.Root, $"v3/directline/conversations/{conversation}/activities")) { Content = JsonContent.Create(activity) };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {new string([.. token.Where(char.IsAscii)])}");
        using var answer = await _http.SendAsync(request);
    }
}
