using System.Text.Json;
using OfficerBot.Domain.Ledger;
using OfficerBot.Scenarios.Office;

namespace OfficerBot.Scenarios.Safety;

/// <summary>Deliveries that come twice, and messages that are too long.</summary>
public sealed class RepeatTests : IAsyncLifetime
{
    private const string Lead = "线索：组织志愿者沿河清理垃圾12吨，河面恢复整洁。";

    private OfficeUnderTest _office = null!; // InitializeAsync opens it

    public async Task InitializeAsync() => _office = await OfficeUnderTest.OpenAsync();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task A_post_delivered_twice_has_one_id_one_lead_and_one_receipt()
    {
        var seat = await _office.SitAsync("周晓燕", false);
        var post = new { type = "message", text = Lead, channelData = new { clientActivityID = "1600212345678abc" } };

        var first = await seat.TryAsync(post);
        var again = await seat.TryAsync(post);

        IdOf(first).Should().NotBeEmpty().And.Be(IdOf(again));
        Leads().Should().Be(1);
        _office.Sent.Of("lead_filed").Should().ContainSingle();
    }

    [Fact]
    public async Task Of_a_post_delivered_eight_times_at_once_one_is_taken()
    {
        var seat = await _office.SitAsync("周晓燕", false);
        var post = new { type = "message", text = Lead, channelData = new { clientActivityID = "1600212345678abc" } };

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => seat.TryAsync(post)));

        all.Select(IdOf).Distinct().Should().ContainSingle();
        Leads().Should().Be(1);
    }

    [Fact]
    public async Task The_same_words_of_two_units_are_two_leads()
    {
        await (await _office.SitAsync("周晓燕", true)).SayAsync(Lead);
        await (await _office.SitAsync("肖雅琴", true)).SayAsync(Lead);

        _office.Read(l => l.Leads.Find(new LeadQuery())).Select(l => l.Unit).Should().OnlyHaveUniqueItems().And.HaveCount(2);
    }

    [Fact]
    public async Task A_message_of_100_KB_is_answered_that_it_is_too_long_and_not_filed()
    {
        var seat = await _office.SitAsync("周晓燕", false);

        var heard = await seat.SayAsync("线索：" + new string('汛', 100 * 1024 / 3));

        heard.Names.Should().Equal("too_long");
        heard.Only.Text.Should().Contain("没有登记");
        Leads().Should().Be(0);
    }

    [Theory]
    [InlineData(260 * 1024)]
    [InlineData(2 * 1024 * 1024)]
    public async Task A_post_larger_than_Direct_Line_takes_is_refused(int characters)
    {
        var seat = await _office.SitAsync("周晓燕", false);

        var (status, body) = await seat.TryAsync(new { type = "message", text = new string('a', characters) });

        status.Should().Be(413);
        body.Should().Contain("MessageSizeTooBig");
        _office.Sent.After(0).Should().BeEmpty();
    }

    private static string IdOf((int Status, string Body) answer) =>
        answer.Status == 200 ? JsonDocument.Parse(answer.Body).RootElement.GetProperty("id").GetString() ?? "" : throw new InvalidDataException(answer.Body);

    private int Leads() => _office.Read(l => l.Leads.Count(new LeadQuery()));
}
