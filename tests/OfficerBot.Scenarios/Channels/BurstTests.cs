using OfficerBot.Domain.Ledger;

namespace OfficerBot.Scenarios.Channels;

/// <summary>Many conversations at once.</summary>
public sealed class BurstTests(ChannelOffice office) : ChannelScenario(office), IClassFixture<ChannelOffice>
{
    private const int Conversations = 16;
    private const int Messages = 10;

    private static readonly object[] Faults =
    [
        new { status = 429, headers = new Dictionary<string, string> { ["retry-after"] = "1" } }, new { status = 503 }, new { status = 412 },
        new { status = 500 }, new { status = 401 }, "reset before body", "reset after body", "half-close",
    ];

    private static readonly string[] People =
    [
        "沅江分局苏赛飞", "沅江分局谢锋", "市委宣传部黄拥军", "市融媒体中心钟祖彪", "市融媒体中心廖文", "市委网信办张政明", "市政务信息中心黄浩", "市水利局江河清",
        "白沙镇周晓燕", "白沙镇王建军", "双桥镇李丹", "双桥镇陈国强", "莲湖镇肖雅琴", "芦苇场易娟", "城东街道贺敏", "沅江分局刘艺超",
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sixteen_conversations_of_ten_messages_lose_double_and_disorder_nothing(bool together)
    {
        var partners = await Task.WhenAll(People.Select(p => Meeting.MeetAsync(p)));
        var lists = partners.Select((p, i) => Enumerable.Range(1, Messages).Select(n => p.Message(Lead(together, i, n)))).ToList();

        var answers = await Channel.BurstAsync(lists, together);

        answers.SelectMany(a => a).Should().HaveCount(Conversations * Messages).And.OnlyContain(a => a.Status >= 200 && a.Status < 300);
        for (var i = 0; i < Conversations; i++)
        {
            var heard = await partners[i].HeardAsync(Messages);
            heard.Should().HaveCount(Messages);
            heard.Select(h => h.Target).Should().BeEquivalentTo(answers[i].Select(a => a.Id));
            heard.Select(Number).Should().OnlyHaveUniqueItems().And.BeInAscendingOrder("numbers are given in the order of the turns");
            if (!together)
            {
                heard.Select(h => h.Target).Should().Equal(answers[i].Select(a => a.Id));
            }
        }

        var filed = Meeting.Office.Read(l => l.Leads.Find(new LeadQuery())).Count(f => f.Text.Contains(Mark(together), StringComparison.Ordinal));
        filed.Should().Be(Conversations * Messages);
    }

    [Fact]
    public async Task A_burst_into_conversations_that_fail_in_their_own_ways_loses_and_disorders_nothing()
    {
        var partners = await Task.WhenAll(People.Select(p => Meeting.MeetAsync(p)));
        for (var i = 0; i < partners.Length; i++)
        {
            await Channel.FaultAsync(partners[i].Conversation, Faults[i % Faults.Length], 1);
        }

        var lists = partners.Select(p => Enumerable.Range(0, Messages).Select(n => p.Message(n % 2 == 0 ? "我还欠什么" : "几点截止")));
        var answers = await Channel.BurstAsync(lists, false);
        for (var i = 0; i < Conversations; i++)
        {
            await partners[i].AnswersAsync(answers[i][^1].Id);
            var heard = (await partners[i].HeardAsync(Messages)).Select(h => h.Target).ToList();
            var fault = Faults[i % Faults.Length];
            heard.Distinct().Should().Equal(answers[i].Select(a => a.Id), "in spite of {0}", fault);
            heard.Count.Should().BeLessThanOrEqualTo(fault is "half-close" ? Messages + 1 : Messages, "only what was accepted without an answer may come again");
        }
    }

    private static string Lead(bool together, int who, int n) => $"清理河道{who}{Mark(together)}第{n}处垃圾{n + 1}吨，出动{who + 10}人";

    private static string Mark(bool together) => together ? "齐发" : "连发";

    private static int Number(Call call) => int.Parse(System.Text.RegularExpressions.Regex.Match(call.Text, "0916-([0-9]+)").Groups[1].Value, CultureInfo.InvariantCulture);
}
