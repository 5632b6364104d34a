using System.Text.Json.Nodes;
using OfficerBot.Scenarios.Office;
using OfficerBot.Tests.Storage;

namespace OfficerBot.Scenarios.Operating;

/// <summary>What an operator, or his load balancer, asks of a running service.</summary>
public sealed class ReadinessTests
{
    [Fact]
    public async Task A_service_that_can_do_its_work_says_so_check_by_check()
    {
        await using var office = await OfficeUnderTest.OpenAsync();
        await office.BeatAsync();

        var (status, ready) = await AskAsync(office);

        status.Should().Be(200);
        ((string?)ready["status"]).Should().Be("ready");
        ready["checks"]!.AsObject().Select(c => c.Key).Should().Contain(["store", "migrations", "notices", "content", "pulse"]);
        ready["checks"]!.AsObject().Select(c => (string?)c.Value).Should().OnlyContain(v => v == "ok");
    }

    [Fact]
    public async Task A_full_disk_is_not_ready_in_plain_words_stays_alive_and_is_ready_again_with_room()
    {
        using var disk = SmallDisk.Mount();
        await using var office = await OfficeUnderTest.OpenAsync(new() { Folder = disk.Of("data") });
        var seat = await office.SitAsync("周晓燕", false);
        disk.Fill(leave: 0);
        for (var i = 0; i < 1000 && (await seat.TryAsync(new { type = "message", text = new string('汛', 3000) })).Status == 200; i++)
        {
            // until it is refused
        }

        var (status, ready) = await AskAsync(office);
        status.Should().Be(503);
        ((string?)ready["checks"]!["store"]).Should().Be("the disk is full");
        ((string?)(await AskAsync(office, "bot.example.org")).Body["checks"]!["store"]).Should().Be("not ready", "words are for who may read the metrics");
        (await office.GetAsync("healthz")).Should().NotBeEmpty();
        (await MetricsAsync(office)).Should().Contain("officerbot_store_failures_total{reason=\"full\"}");

        disk.MakeRoom();
        office.Machine.Advance(TimeSpan.FromSeconds(6));
        (await AskAsync(office)).Status.Should().Be(200, "asking tries a write");
    }

    [Fact]
    public async Task Metrics_count_what_was_done_and_name_nobody()
    {
        await using var office = await OfficeUnderTest.OpenAsync();
        var seat = await office.SitAsync("周晓燕", false);
        using var socket = await seat.ListenAsync();
        await seat.SayAsync("线索：白沙镇清理河道垃圾3吨。");
        await (await office.SitAsStrangerAsync("河边过客", false)).OpenAsync();

        var metrics = await MetricsAsync(office);

        metrics.Should().Contain("officerbot_turns_total{channel=\"directline\",outcome=\"done\"} ")
            .And.Contain("officerbot_streams 1\n")
            .And.Contain("officerbot_outgoing_waiting 0\n")
            .And.MatchRegex("officerbot_store_commit_duration_seconds_count [1-9]")
            .And.NotContainAny("周晓燕", "过客", "白沙", "dl_", seat.Conversation)
            .And.NotMatchRegex("# TYPE [a-z_]+_(count|sum|bucket) ", "Prometheus' own checker (promtool) keeps these endings for the parts of a histogram");
    }

    private static async Task<(int Status, JsonNode Body)> AskAsync(OfficeUnderTest office, string? host = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(office.Root, "readyz"));
        request.Headers.Host = host;
        using var answer = await http.SendAsync(request);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!); // always JSON
    }

    private static async Task<string> MetricsAsync(OfficeUnderTest office) => System.Text.Encoding.UTF8.GetString(await office.GetAsync("metrics"));
}
