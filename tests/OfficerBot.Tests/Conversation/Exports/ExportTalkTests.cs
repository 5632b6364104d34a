using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Exports;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Documents.Sheets;
using OfficerBot.Domain.Roster;
using OfficerBot.Files;
using OfficerBot.Tests.Conversation.Reports;

namespace OfficerBot.Tests.Conversation.Exports;

public sealed class ExportTalkTests : IAsyncLifetime
{
    private static readonly ExportTables Dialog = new(new SheetPress());
    private Office _office = null!; // InitializeAsync opens it

    public async Task InitializeAsync() => _office = await Office.OpenAsync();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task The_roster_reads_back_with_phones_as_typed_and_says_who_took_it()
    {
        var answer = await _office.Say(_office.Liaison, Dialog, "export", new Slots { What = "roster" });
        var rows = Rows(answer.Single().Files!.Single().Bytes);
        rows.Should().ContainSingle(r => r[0] == "益阳市生态环境局沅江分局" && r[1] == "刘艺超" && r[3] == "19900000002");
        rows.Should().Contain(r => r[0].Contains("邓志远于2020-09-16 08:30导出"));
    }

    [Fact]
    public async Task The_exported_roster_imported_again_changes_nothing_and_rebuilds_an_empty_one_whole()
    {
        var answer = await _office.Say(_office.Liaison, Dialog, "export", new Slots { What = "roster" });
        var sheet = RosterReader.Read(((TableRead.Sheets)new Tables().Read(answer.Single().Files!.Single().Bytes, "x.xlsx")).All[0])!; // has a header
        var book = _office.Store.Read(s => s.Ledger(_office.Group).Roster);
        var again = RosterImport.Plan(sheet, book);
        again.IsEmpty.Should().BeTrue();
        again.Doubts.Should().BeEmpty();
        var anew = RosterImport.Plan(sheet, RosterBook.Empty);
        anew.Doubts.Should().BeEmpty();
        anew.Units.Should().BeEquivalentTo(book.Units.Select(u => new NewUnit(u.Name, u.Kind, u.Aliases, u.EnglishNames)), o => o.WithStrictOrdering());
        anew.Added.Should().Equal(book.Units.SelectMany(
            u => book.PeopleOf(u.Id).Select(p => new NewPerson(u.Name, p.Name, p.Title, p.Phone, p.EnglishName, p.Roles))));
    }

    [Fact]
    public async Task An_officer_gets_the_leads_of_his_unit_alone()
    {
        await _office.Lead(_office.Officer, "沅江分局开展河湖清四乱专项行动。");
        await _office.Lead(_office.TownOfficer, "白沙镇组织志愿者清理河道垃圾。");
        var mine = await _office.Say(_office.TownOfficer, Dialog, "export", new Slots { What = "leads" });
        mine.Single().Reply.Should().BeOfType<LeadsExported>().Which.Count.Should().Be(1);
        Rows(mine.Single().Files!.Single().Bytes).Should().Contain(r => r[0] == "0916-02").And.NotContain(r => r[0] == "0916-01");
        var all = await _office.Say(_office.Liaison, Dialog, "export", new Slots { What = "leads" });
        all.Single().Reply.Should().BeOfType<LeadsExported>().Which.Count.Should().Be(2);
    }

    [Fact]
    public async Task The_roster_is_not_for_everybody()
    {
        var answer = await _office.Say(_office.TownOfficer, Dialog, "export", new Slots { What = "roster" });
        answer.Single().Reply.Should().Be(new NotAllowed(new AllowedBooks()));
    }

    private static IReadOnlyList<IReadOnlyList<string>> Rows(byte[] xlsx) =>
        [.. ((TablesRead)TableReader.Read(xlsx, "x.xlsx")).Sheets[0].Rows.Select(r => (IReadOnlyList<string>)[.. r.Cells, "", "", "", ""])];
}
