using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Leads;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Reports;
using OfficerBot.Conversation.Turns;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Reports;
using OfficerBot.Domain.Roster;
using static OfficerBot.Tests.Conversation.Reports.Office;
using Route = OfficerBot.Conversation.Turns.Route;

namespace OfficerBot.Tests.Conversation.Reports;

public sealed class ReportTalkTests : IAsyncLifetime
{
    private Office _office = null!; // InitializeAsync opens it

    public async Task InitializeAsync() => _office = await OpenAsync();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task A_preview_says_the_paper_brings_the_file_and_a_plain_yes_then_sends_it()
    {
        await _office.Lead(_office.Officer, "沅江分局开展河湖清四乱专项行动，出动执法人员26人次。");
        var shown = await Say(_office.Officer, Preview, "preview_report");
        shown.Should().HaveCount(2);
        shown[0].Reply.Should().BeOfType<ReportText>().Which.Text.Should().Contain("0916-01").And.Contain("共收集报送新闻线索1条");
        shown[0].Files!.Single().Name.Should().Be("2020年第1期沅江分局情况报告.docx");
        shown[1].Reply.Should().BeOfType<ReportDraftShown>().Which.Leads.Should().Be(1);
        var sent = await Say(_office.Officer, Confirm, "confirm_yes");
        sent[0].Reply.Should().BeOfType<ReportConfirmed>().Which.Changed.Should().BeNull();
        (await Newest()).Should().Match<Report>(r => r.State == ReportState.Confirmed && r.MessageId!.EndsWith("@example.org"));
    }

    [Fact]
    public async Task What_came_in_after_the_preview_is_sent_too_and_said()
    {
        await Say(_office.Officer, Preview, "preview_report");
        await _office.Lead(_office.Deputy, "沅江分局督办餐饮油烟信访件，当场完成整改。");
        var sent = await Say(_office.Officer, Confirm, "confirm_yes");
        sent[0].Reply.Should().BeOfType<ReportConfirmed>().Which.Changed.Should().Be(new ChangedSinceShown(0, 1));
    }

    [Fact]
    public async Task Confirming_twice_sends_once()
    {
        await Say(_office.Officer, Confirm, "confirm_send");
        var again = await Say(_office.Deputy, Confirm, "confirm_send");
        again.Single().Reply.Should().BeOfType<ReportConfirmedBefore>();
    }

    [Fact]
    public async Task After_noon_a_second_tap_shows_the_next_report_and_does_not_send_it()
    {
        await Say(_office.Officer, Confirm, "confirm_send");
        _office.Now = At(16, 14);
        var again = await Say(_office.Officer, Confirm, "confirm_send");
        again[1].Reply.Should().BeOfType<ReportDraftShown>().Which.Day.Should().Be(new NodaTime.LocalDate(2020, 9, 18));
    }

    [Fact]
    public async Task An_item_dropped_is_not_printed_and_can_come_back()
    {
        await _office.Lead(_office.Officer, "第一条线索内容在这里。");
        await _office.Lead(_office.Officer, "第二条线索内容在这里。");
        var slots = new Slots { Leads = [new LeadSaid(null, 2)] };
        var dropped = await Say(_office.Officer, Edit, "drop_item", slots);
        dropped.Single().Reply.Should().BeOfType<ReportEdited>().Which.Leads.Should().Be(1);
        var back = await Say(_office.Officer, Edit, "restore_item", slots);
        back.Single().Reply.Should().BeOfType<ReportEdited>().Which.Leads.Should().Be(2);
    }

    [Fact]
    public async Task A_number_that_is_not_in_the_report_is_named()
    {
        var answer = await Say(_office.Officer, Edit, "drop_item", new Slots { Leads = [new LeadSaid(null, 9)] });
        answer.Single().Reply.Should().BeOfType<NotInReport>().Which.Number.Should().Be("0916-09");
    }

    [Fact]
    public async Task A_picture_sent_after_a_preview_joins_the_report()
    {
        await Say(_office.Officer, Preview, "preview_report");
        Edit.Owns(new ReportShown(1, 1, 0)).Should().BeTrue();
        var added = await Say(_office.Officer, Edit, "none", null, "", new Picture(new string('a', 64), "image/png", "河道.png", 10));
        added.Single().Reply.Should().BeOfType<ReportEdited>().Which.Pictures.Should().Be(1);
    }

    [Fact]
    public async Task A_unit_that_owes_no_report_is_told_who_does()
    {
        var answer = await Say(_office.TownOfficer, Preview, "preview_report");
        answer.Single().Reply.Should().BeOfType<OwesNoReport>().Which.Units.Should().HaveCount(3);
    }

    [Fact]
    public async Task The_liaison_without_a_unit_is_asked_which()
    {
        var answer = await Say(_office.Liaison, Preview, "preview_report");
        answer.Single().Reply.Should().BeOfType<WhichReport>();
    }

    [Fact]
    public async Task Confirming_for_a_unit_tells_its_officer()
    {
        var sent = await Say(_office.Liaison, Confirm, "confirm_send", UnitSlots());
        sent.Should().Contain(o => o.Route == new Route.One(_office.Officer.Id) && o.Reply is ReportConfirmedForYou);
    }

    [Fact]
    public async Task An_address_typed_in_chat_is_refused()
    {
        var answer = await Say(
            _office.Officer, new SendReport(Office.Calendar, _office.Press), "send_report", new Slots { Address = "someone@example.org" });
        answer.Single().Reply.Should().Be(new AddressRefused("someone@example.org", "report@example.org"));
    }

    [Fact]
    public async Task A_correction_carries_the_first_ones_id_and_its_own()
    {
        await Say(_office.Officer, Confirm, "confirm_send");
        _office.Now = At(16, 11);
        var shown = await Say(_office.Officer, Preview, "correction_report");
        shown[1].Reply.Should().BeOfType<ReportDraftShown>().Which.Correction.Should().BeOfType<IsCorrection>();
        await Say(_office.Officer, Edit, "add_paragraph", new Slots { Text = "补充一段情况。" });
        await Say(_office.Officer, Confirm, "confirm_yes");
        var letter = await Letter();
        letter.Should().Contain("Message-ID: <mwf-report.2020-09-16T1200.u").And.Contain(".r2@example.org>").And.MatchRegex(@"In-Reply-To: <mwf-report\.[^>]*\.r1@example\.org>");
    }

    [Fact]
    public async Task The_letter_goes_to_the_notices_mailbox_under_the_units_name()
    {
        await Say(_office.Officer, Confirm, "confirm_send");
        var letter = await Letter();
        letter.Should().Contain("<bot@example.org>").And.Contain("<report@example.org>").And.Contain("Date: Wed, 16 Sep 2020 08:30:00 +0800")
            .And.MatchRegex(@"Reply-To:\s+=\?UTF-8\?B\?[^?]+\?=\s+<[^>]+@example\.org>");
    }

    [Fact]
    public async Task Asked_before_confirming_the_mail_is_said_not_to_be_out()
    {
        var answer = await Say(_office.Officer, new MailStatus(Office.Calendar), "mail_status");
        answer.Single().Reply.Should().BeOfType<MailNotConfirmed>();
    }

    [Fact]
    public async Task Asked_after_acceptance_the_servers_own_words_are_said()
    {
        await Say(_office.Officer, Confirm, "confirm_send");
        await _office.Write(l => new ReportDesk(l, new(l.Notice, Office.Calendar)).Accept(l.Reports.LastConfirmed(_office.Officer.Unit, _office.Now + NodaTime.Duration.FromMinutes(1))!, At(16, 8, 31), "250 2.0.0 Ok: queued as 4F2A1", At(16, 8, 31)));
        var answer = await Say(_office.Officer, new MailStatus(Office.Calendar), "mail_status");
        answer.Single().Reply.Should().BeOfType<MailAccepted>().Which.Words.Should().Be("250 2.0.0 Ok: queued as 4F2A1");
    }

    [Fact]
    public async Task A_tick_says_who_and_when_and_counts_once()
    {
        var tick = new MarkSubmitted(Office.Calendar);
        (await Say(_office.Deputy, tick, "mark_submitted"))[0].Reply.Should().BeOfType<ReportTicked>().Which.By["zh"].Should().Be("苏赛飞");
        (await Say(_office.Officer, tick, "mark_submitted"))[0].Reply.Should().BeOfType<ReportAlreadyIn>();
    }

    private ConfirmReport Confirm => new(Office.Calendar, _office.Press);

    private PreviewReport Preview => new(Office.Calendar, _office.Press);

    private static EditReport Edit => new(Office.Calendar, new RestoreLead(Office.Calendar));

    private Slots UnitSlots() => new() { Units = [new UnitSaid("沅江分局", [_office.Officer.Unit])] };

    private Task<Report> Newest() => _office.Write(l => l.Reports.LastConfirmed(_office.Officer.Unit, _office.Now + NodaTime.Duration.FromMinutes(1))!);

    private async Task<string> Letter()
    {
        var report = await Newest();
        return _office.Store.Read(s => System.Text.Encoding.ASCII.GetString(s.Mail.Bytes(s.Mail.Of(report.Id)!)));
    }

    private Task<IReadOnlyList<Outgoing>> Say(Person who, IDialog dialog, string intent, Slots? slots = null, string text = "", params Picture[] pictures) =>
        _office.Say(who, dialog, intent, slots, text, pictures);
}
