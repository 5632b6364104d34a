using NodaTime;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Reports;

namespace OfficerBot.Tests.Storage;

/// <summary>What every store must do with reports and their letters.</summary>
public abstract class ReportBehaviour : StoreBehaviour
{
    private static readonly ReportFile Paper = new("情况报告.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", [1, 2, 3]);

    private static readonly Instant Confirmed = Samples.Morning + Duration.FromHours(2);

    [Fact]
    public async Task Edits_of_a_draft_come_back_as_they_were_made_in_order()
    {
        var report = await OpenAsync();
        var number = new LeadNumber(Samples.Day, 3);
        ReportEdit[] edits =
        [
            new ReportEdit.Drop(number), new ReportEdit.Restore(number), new ReportEdit.Retitle(number, "新题"), new ReportEdit.Heading("总题"),
            new ReportEdit.Paragraph("一段\n两行"), new ReportEdit.AddPicture(new Picture(new string('b', 64), "image/jpeg", "图.jpg", 9)),
        ];
        await Books(books => Array.ForEach(edits, edit => books.Reports.Edit(report.Id, edit, Cast.Officer.Id, Samples.Morning)));

        Look(books => books.Reports.Edits(report.Id)).Should().Equal(edits);
    }

    [Fact]
    public async Task Confirming_freezes_the_report_and_puts_its_letter_on_its_way()
    {
        var report = await OpenAsync();
        var lead = await Books(books => books.Leads.Add(Samples.Lead(Cast, "入报")));

        var confirmed = await ConfirmAsync(report, lead.Id);

        confirmed.Should().Be(report with
        {
            State = ReportState.Confirmed, CutOff = Confirmed, ConfirmedBy = Cast.Officer.Id, ConfirmedAt = Confirmed, MessageId = "<1@example.org>",
        });
        Look(books => books.Reports.Files(report.Id)).Should().BeEquivalentTo([Paper]);
        Look(books => books.Reports.LeadsIn(report.Id)).Should().Equal(lead.Id);
        Look(books => books.Reports.Printing(lead.Id)).Should().Equal(confirmed);
        Look(books => books.Reports.Undelivered(Samples.Noon)).Should().Equal(confirmed);
        Look(books => books.Reports.Deliveries(report.Id)).Should().Equal(new DeliveryLine(Confirmed, 0, "queued", string.Empty));
        var letter = Read(s => s.Mail.DueBy(Instant.FromUnixTimeSeconds(0), 10)).Should().ContainSingle().Which;
        Read(s => s.Mail.Bytes(letter)).Should().Equal(7, 7);
        letter.Should().Match<OfficerBot.Storage.Rows.MailRow>(m => m.MessageId == "<1@example.org>" && m.Report == report.Id && m.Group == Samples.Group);
    }

    [Fact]
    public async Task A_turn_that_fails_after_confirming_leaves_a_draft_and_no_letter()
    {
        var report = await OpenAsync();

        await this.Awaiting(t => t.Books<int>(books =>
        {
            Confirm(books, report);
            throw new InvalidTimeZoneException("this turn fails");
        })).Should().ThrowAsync<InvalidTimeZoneException>();

        Look(books => books.Reports.Get(report.Id)).Should().Be(report);
        Read(s => s.Mail.NextAt()).Should().BeNull();
    }

    [Fact]
    public async Task A_confirmed_report_takes_no_edit_and_no_second_confirmation()
    {
        var report = await OpenAsync();
        await ConfirmAsync(report);

        await this.Awaiting(t => t.Books(b => b.Reports.Edit(report.Id, new ReportEdit.Heading("晚了"), Cast.Officer.Id, Confirmed)))
            .Should().ThrowAsync<InvalidOperationException>();
        await this.Awaiting(t => t.ConfirmAsync(report)).Should().ThrowAsync<InvalidOperationException>();
        Read(s => s.Mail.DueBy(Confirmed, 10)).Should().ContainSingle();
    }

    [Fact]
    public async Task Accepting_keeps_the_servers_words_and_only_a_confirmed_report_is_accepted()
    {
        var report = await OpenAsync();
        var at = Confirmed + Duration.FromSeconds(3);
        await this.Awaiting(t => t.Books(b => b.Reports.Accept(report.Id, at, "250 OK"))).Should().ThrowAsync<InvalidOperationException>();
        await ConfirmAsync(report);
        await Books(b => b.Reports.Accept(report.Id, at, "250 OK queued as 1"));
        await Books(b => b.Reports.Accept(report.Id, at + Duration.FromHours(1), "250 again"));

        Look(b => b.Reports.Get(report.Id)).Should().Match<Report>(r =>
            r.State == ReportState.Accepted && r.AcceptedAt == at && r.AcceptedWords == "250 OK queued as 1" && r.ConfirmedAt == Confirmed);
        Look(b => b.Reports.Undelivered(Samples.Noon)).Should().BeEmpty();
    }

    [Fact]
    public async Task The_newest_revision_the_last_confirmed_and_the_yearly_count_are_told_apart_by_unit()
    {
        var first = await ConfirmAsync(await OpenAsync());
        var second = await Books(b => b.Reports.Open(ReportKind.Situation, Cast.Branch.Id, Samples.Noon, 2, Confirmed, Confirmed));
        var weekly = await Books(b => b.Reports.Open(ReportKind.Weekly, null, Samples.Noon with { Duty = new("weekly") }, 1, Samples.Morning, Samples.Morning));

        Look(b => b.Reports.Newest(Samples.Noon, Cast.Branch.Id)).Should().Be(second);
        Look(b => b.Reports.Newest(Samples.Noon, Cast.Town.Id)).Should().BeNull();
        Look(b => b.Reports.Newest(weekly.Slot, null)).Should().Be(weekly).And.Match<Report>(r => r.Unit == null);
        Look(b => b.Reports.LastConfirmed(Cast.Branch.Id, Confirmed)).Should().BeNull("before is strict");
        Look(b => b.Reports.LastConfirmed(Cast.Branch.Id, Confirmed + Duration.FromMilliseconds(1))).Should().Be(first);
        Look(b => b.Reports.LastConfirmed(null, Confirmed + Duration.FromDays(1))).Should().BeNull();
        Look(b => b.Reports.ConfirmedInYear(ReportKind.Situation, Cast.Branch.Id, 2020)).Should().Be(1);
        Look(b => b.Reports.ConfirmedInYear(ReportKind.Situation, Cast.Branch.Id, 2021)).Should().Be(0);
        Look(b => b.Reports.ConfirmedInYear(ReportKind.Situation, Cast.Town.Id, 2020)).Should().Be(0);
    }

    [Theory]
    [InlineData("2020-12-31T15:59:59", 2020)]
    [InlineData("2020-12-31T16:00:00", 2021)]
    public async Task A_year_ends_at_midnight_in_the_groups_zone(string utc, int year)
    {
        var at = NodaTime.Text.InstantPattern.General.Parse(utc + "Z").Value;
        await ConfirmAsync(await OpenAsync(), at: at);

        Look(b => b.Reports.ConfirmedInYear(ReportKind.Situation, Cast.Branch.Id, year)).Should().Be(1);
    }

    [Fact]
    public async Task A_letter_is_due_when_its_next_step_is_and_done_without_one()
    {
        var report = await ConfirmAsync(await OpenAsync());
        var letter = Read(s => s.Mail.Of(report.Id))!;
        await Write(s => s.Mail.Keep(letter.Id, "waiting", "{\"attempt\":1}", Confirmed));
        await Write(s => s.Mail.Note(letter, new DeliveryLine(Confirmed, 1, "waiting", "451 later")));

        Read(s => s.Mail.NextAt()).Should().Be(Confirmed);
        Read(s => s.Mail.DueBy(Confirmed - Duration.FromMilliseconds(1), 10)).Should().BeEmpty();
        Read(s => s.Mail.DueBy(Confirmed, 10)).Should().ContainSingle().Which.StateJson.Should().Be("{\"attempt\":1}");
        Look(b => b.Reports.Deliveries(report.Id)).Should().HaveCount(2).And.Subject.Last().Words.Should().Be("451 later");
        await Write(s => s.Mail.Keep(letter.Id, "accepted", "{}", null));
        Read(s => s.Mail.NextAt()).Should().BeNull();
    }

    private Task<Report> OpenAsync() =>
        Books(books => books.Reports.Open(ReportKind.Situation, Cast.Branch.Id, Samples.Noon, 1, Samples.Morning, Samples.Morning));

    private Task<Report> ConfirmAsync(Report report, LeadId? lead = null, Instant? at = null) => Books(books => Confirm(books, report, lead, at));

    private Report Confirm(ILedger books, Report report, LeadId? lead = null, Instant? at = null) => books.Reports.Confirm(
        report.Id, Cast.Officer.Id, at ?? Confirmed, "<1@example.org>", [Paper], [7, 7], lead is { } printed ? [printed] : []);
}
