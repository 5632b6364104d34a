using System.Net.Sockets;
using System.Text;
using OfficerBot.Scenarios.Office;
using OfficerBot.Tokens;
using Xunit.Abstractions;

namespace OfficerBot.Scenarios.Safety;

/// <summary>The whole service, its real door, tokens good and bad in turn.</summary>
public sealed class BadTokenTests(ITestOutputHelper output)
{
    private const string Planted = "白沙河老渡口的蓝色水泵";
    private const string Password = "planted-app-password-4711";

    [Fact]
    public async Task Bad_tokens_are_turned_away_with_one_line_and_no_secret_and_good_ones_between_them_pass()
    {
        await using var server = await KeyServer.OpenAsync();
        TokenForge.Publish(server);
        var log = new EveryLogLine();
        await using var office = await OpenAsync(server, log);
        var forge = new TokenForge(office.Machine.GetUtcNow());
        var good = GoodTokens.Of(forge, Planted);
        var bad = BadTokens.Of(forge, Planted);
        var wrong = new List<string>();
        foreach (var (one, n) in bad.Select((one, n) => (one, n)))
        {
            wrong.AddRange(await JudgeBadAsync(office.Root, log, one));
            wrong.AddRange(await JudgeGoodAsync(office.Root, log, good[n % good.Count]));
        }

        wrong.Should().BeEmpty();
        output.WriteLine($"{bad.Count} bad and {good.Count} good tokens, {2 * bad.Count} requests");
        bad.Count.Should().BeGreaterThan(40);
        log.Lines.Where(l => l.Contains(Planted[..6], StringComparison.Ordinal) || l.Contains(Password, StringComparison.Ordinal) || l.Contains("eyJ", StringComparison.Ordinal))
            .Should().BeEmpty();
    }

    [Fact]
    public async Task An_issuer_that_cannot_be_reached_does_not_hinder_the_start_and_lets_nobody_in()
    {
        await using var server = await KeyServer.OpenAsync();
        TokenForge.Publish(server);
        server.IsDown = true;
        await using var office = await OpenAsync(server, new());
        var forge = new TokenForge(office.Machine.GetUtcNow());
        var one = GoodTokens.Of(forge, "你好")[0];
        (await PostAsync(office.Root, one)).Should().StartWith("HTTP/1.1 503 ").And.Contain("Retry-After");
        server.IsDown = false;
        office.Machine.Advance(TimeSpan.FromSeconds(31));
        (await PostAsync(office.Root, one)).Should().StartWith("HTTP/1.1 200 ");
    }

    [Fact]
    public async Task Outside_sample_mode_without_an_app_id_the_door_is_closed_to_everybody()
    {
        await using var office = await OfficeUnderTest.OpenAsync(new() { More = ["--Sample:Enabled", "false", "--Mail:Folder", Path.GetTempPath()] });
        (await PostAsync(office.Root, GoodTokens.Of(new(office.Machine.GetUtcNow()), "你好")[0])).Should().StartWith("HTTP/1.1 401 ").And.Contain("WWW-Authenticate: Bearer");
        (await PostAsync(office.Root, new("nobody", "no-token", [], TokenForge.Message("你好")))).Should().StartWith("HTTP/1.1 401 ");
    }

    private static Task<OfficeUnderTest> OpenAsync(KeyServer server, EveryLogLine log) => OfficeUnderTest.OpenAsync(new()
    {
        More = [.. TokenForge.Arguments(server), "--BotFramework:AppPassword", Password, "--Logging:LogLevel:Default", "Trace", "--Logging:LogLevel:OfficerBot", "Trace"],
        Replace = s => s.AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(log)),
    });

    private static async Task<IEnumerable<string>> JudgeBadAsync(Uri root, EveryLogLine log, TokenCase one)
    {
        var before = log.Lines.Count;
        var answer = await PostAsync(root, one);
        var lines = log.Lines.Skip(before).Where(l => l.Contains("channels' door was refused", StringComparison.Ordinal)).ToList();
        var status = answer.Split(' ')[1];
        var wrong = new List<string>();
        if (status is not ("401" or "403") || (status == "401") != answer.Contains("WWW-Authenticate: Bearer", StringComparison.Ordinal))
        {
            wrong.Add($"{one}: {answer.Split('\n')[0]}");
        }

        if (lines.Count != 1 || !lines[0].Contains($": {one.Reason}. ", StringComparison.Ordinal))
        {
            wrong.Add($"{one}: logged {string.Join(" | ", lines)} and not {one.Reason}");
        }

        // Two answers for everybody: which check failed is nobody's business.
        if (!answer.EndsWith("""{"error":{"code":"Unauthorized","message":"Authorization is required"}}""", StringComparison.Ordinal)
            && !answer.EndsWith("""{"error":{"code":"Forbidden","message":"Not allowed"}}""", StringComparison.Ordinal))
        {
            wrong.Add($"{one}: {answer.Split('\n')[^1]}");
        }

        return wrong;
    }

    private static async Task<IEnumerable<string>> JudgeGoodAsync(Uri root, EveryLogLine log, TokenCase one)
    {
        var before = log.Lines.Count;
        var answer = await PostAsync(root, one);
        return answer.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal) && answer.Contains("activities", StringComparison.Ordinal)
            && !log.Lines.Skip(before).Any(l => l.Contains("channels' door was refused", StringComparison.Ordinal))
            ? []
            : [$"good, {one}: {answer}"];
    }

    // By hand, because HttpClient joins two headers of one name into one line.
    private static async Task<string> PostAsync(Uri root, TokenCase one)
    {
        var body = Encoding.UTF8.GetBytes(one.Activity.ToJsonString());
        var head = new StringBuilder($"POST /api/messages HTTP/1.1\r\nHost: {root.Authority}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n");
        foreach (var value in one.Authorization)
        {
            head.Append(CultureInfo.InvariantCulture, $"Authorization: {value}\r\n");
        }

        using var client = new TcpClient();
        await client.ConnectAsync(root.Host, root.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()));
        await stream.WriteAsync(body);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Whole(await reader.ReadToEndAsync());
    }

    // A chunked body has its length before and after it.
    private static string Whole(string answer) => answer.EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal) ? answer[..^7] : answer;
}
