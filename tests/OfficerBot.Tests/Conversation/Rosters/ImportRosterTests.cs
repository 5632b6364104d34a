using System.Text;
using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Files;
using OfficerBot.Tests.Conversation.Turns;
using OfficerBot.Tests.House;

namespace OfficerBot.Tests.Conversation.Rosters;

public sealed class ImportRosterTests : IAsyncLifetime
{
    private DialogRoom _room = null!; // InitializeAsync opens it

    public async Task InitializeAsync() => _room = await DialogRoom.OpenAsync((_, _) => [new SmallTalk(), new ImportRoster(new Tables())]);

    public async Task DisposeAsync() => await _room.DisposeAsync();

    [Fact]
    public async Task The_sample_roster_sent_again_changes_nothing()
    {
        var file = new SaidFile("roster.csv", "text/csv", await File.ReadAllBytesAsync(Tree.At("deploy", "sample", "roster.csv")));

        (await _room.Ask<RosterUnchanged>("刘艺超", "", files: file)).Parts.Should().BeEmpty();
    }

    [Fact]
    public async Task Nothing_is_written_before_the_yes_and_all_of_it_after()
    {
        var preview = await _room.Ask<RosterPreview>("刘艺超", "", files: Csv("白沙镇,周晓燕,19900000098\n白沙镇,张小慧,19900000099"));

        (preview.Added, preview.Changed, preview.Removed).Should().Be((1, 1, 1));
        (await Names()).Should().NotContain("张小慧");

        (await _room.Ask<RosterImported>("刘艺超", "确认")).People.Should().Be((await Names()).Count);
        (await Names()).Should().Contain("张小慧").And.NotContain("王建军");
    }

    [Fact]
    public async Task Cancel_drops_it()
    {
        await _room.Ask<RosterPreview>("刘艺超", "", files: Csv("白沙镇,张小慧,19900000099"));

        await _room.Ask<Cancelled>("刘艺超", "取消");
        (await _room.Say("刘艺超", "是")).Should().NotContain(o => o.Reply is RosterImported);
        (await Names()).Should().NotContain("张小慧");
    }

    [Fact]
    public async Task A_roster_changed_meanwhile_is_compared_and_shown_again()
    {
        await _room.Ask<RosterPreview>("刘艺超", "", files: Csv("白沙镇,张小慧,19900000099"));
        await _room.Write(l =>
        {
            l.RosterChanges.Remove(l.Roster.People.First(p => p.Name == "王建军").Id, null, _room.Now);
            return 0;
        });

        var again = await _room.Ask<RosterPreview>("刘艺超", "是");

        again.Note.Should().BeOfType<RosterMovedOn>();
        again.Removed.Should().Be(1); // 周晓燕 only
        await _room.Ask<RosterImported>("刘艺超", "是");
    }

    [Fact]
    public async Task Only_liaison_and_leader_may()
    {
        await _room.Ask<NotAllowed>("周晓燕", "导入通讯录");
        (await _room.Ask<FileNotRead>("周晓燕", "", files: Csv("白沙镇,张小慧,19900000099"))).File.Should().EndWith(".csv", "an officer most likely means it as a lead");
        await _room.Ask<RosterPreview>("游立斌", "", files: Csv("白沙镇,张小慧,19900000099"));
    }

    [Fact]
    public async Task What_is_no_roster_is_refused_with_the_reason()
    {
        var old = new SaidFile("名单.xls", "application/vnd.ms-excel", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        (await _room.Ask<TableUnreadable>("刘艺超", "", files: old)).Why.Should().BeOfType<FileOldExcel>();

        var other = new SaidFile("天气.csv", "text/csv", Encoding.UTF8.GetBytes("日期,天气\n9月16日,晴\n"));
        (await _room.Ask<TableUnreadable>("刘艺超", "", files: other)).Why.Should().BeOfType<FileWithoutHeader>();
        await _room.Ask<ImportHow>("刘艺超", "导入通讯录");
    }

    [Fact]
    public async Task Long_lists_are_cut_and_counted()
    {
        var many = string.Join('\n', Enumerable.Range(1, 40).Select(i => $"南湖镇,郑{(char)('一' + i)}民,1990001{i:0000}"));

        var preview = await _room.Ask<RosterPreview>("刘艺超", "", files: Csv(many));

        var added = preview.Parts.OfType<RosterAdded>().Single();
        (added.Lines.Count, added.More).Should().Be((15, new MoreLines(25)));
    }

    private static SaidFile Csv(string rows) => new("名单.csv", "text/csv", Encoding.UTF8.GetBytes("单位,姓名,联系电话\n" + rows + "\n"));

    private Task<List<string>> Names() => _room.Write(l => l.Roster.People.Select(p => p.Name).ToList());
}
