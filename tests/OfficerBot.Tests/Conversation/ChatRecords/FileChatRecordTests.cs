using NodaTime;
using OfficerBot.Conversation.ChatRecords;
using OfficerBot.Conversation.Common;
using OfficerBot.Domain.Ledger;
using OfficerBot.Tests.Conversation.Turns;

namespace OfficerBot.Tests.Conversation.ChatRecords;

public sealed class FileChatRecordTests : IAsyncLifetime
{
    private const string Record = """
        周晓燕 09:12
        白沙镇组织20名志愿者清理白沙河河道垃圾，共清运垃圾12吨。
        刘艺超 09:13
        收到
        莲湖镇-肖雅琴 09:20
        今日无线索
        河边小周 09:25
        双桥镇开展养殖场粪污排查，检查养殖场6家，责令整改2家。
        李丹 09:31
        双桥镇拆除河岸违建鸡舍2处，面积120平方米。
        """;

    private DialogRoom _room = null!; // InitializeAsync opens it

    public async Task InitializeAsync() => _room = await DialogRoom.OpenAsync((c, r) => [new SmallTalk(), new FileChatRecord(c, r.Read)]);

    public async Task DisposeAsync() => await _room.DisposeAsync();

    [Fact]
    public async Task It_is_split_by_sender_shown_with_its_doubts_and_filed_with_each_senders_time()
    {
        var preview = await _room.Ask<RecordPreview>("刘艺超", Record);

        (preview.Leads, preview.Zeros, preview.Chatter).Should().Be((1, 1, new RecordChatter(1)));
        preview.Doubts.Should().Equal(new DoubtUnknownSender("河边小周", 1), new DoubtSenderAmbiguous("李丹", 1));
        (await Leads()).Should().BeEmpty();

        (await _room.Ask<RecordFiled>("刘艺超", "是")).Numbers.Should().Equal("0916-01");
        var lead = (await Leads()).Should().ContainSingle().Subject;
        lead.FiledAt.Should().Be(Instant.FromUtc(2020, 9, 16, 1, 12));
        lead.Text.Should().Be("白沙镇组织20名志愿者清理白沙河河道垃圾，共清运垃圾12吨。");
        (await _room.Write(l => l.Roster[lead.Officer!.Value].Name)).Should().Be("周晓燕");
    }

    [Fact]
    public async Task Pasted_twice_it_files_once()
    {
        await _room.Ask<RecordPreview>("刘艺超", Record);
        await _room.Ask<RecordFiled>("刘艺超", "是");

        (await _room.Ask<RecordPreview>("刘艺超", Record)).Doubts.Should().Contain(new DoubtFiledBefore("周晓燕", "0916-01"));
    }

    [Fact]
    public async Task An_officer_files_the_leads_of_others_and_not_their_zero_reports()
    {
        var preview = await _room.Ask<RecordPreview>("周晓燕", Record);

        (preview.Leads, preview.Zeros).Should().Be((1, 0));
        preview.Doubts.Should().ContainSingle(d => d is DoubtZeroOfAnother);
    }

    [Fact]
    public async Task The_unit_before_a_name_tells_two_of_one_name_apart_and_a_time_ahead_was_yesterday()
    {
        var preview = await _room.Ask<RecordPreview>("刘艺超", "双桥镇-李丹 17:40\n双桥镇拆除河岸违建鸡舍2处，面积120平方米。\n肖雅琴 17:50\n收到");

        var line = preview.Lines.Should().ContainSingle().Which.Should().BeOfType<RecordLead>().Subject;
        (line.Unit["zh"], line.At).Should().Be(("双桥镇", new LocalDateTime(2020, 9, 15, 17, 40)));
    }

    [Fact]
    public async Task Chatter_alone_files_nothing()
    {
        (await _room.Ask<RecordEmpty>("刘艺超", "周晓燕 09:12\n收到\n肖雅琴 09:13\n好的")).Chatter.Should().Be(new RecordChatter(2));
        (await _room.Say("刘艺超", "是")).Should().NotContain(o => o.Reply is RecordFiled);
    }

    [Fact]
    public async Task Cancel_files_nothing()
    {
        await _room.Ask<RecordPreview>("刘艺超", Record);
        await _room.Ask<Cancelled>("刘艺超", "取消");
        (await Leads()).Should().BeEmpty();
    }

    private Task<IReadOnlyList<OfficerBot.Domain.Leads.Lead>> Leads() => _room.Write(l => l.Leads.Find(new LeadQuery()));
}
