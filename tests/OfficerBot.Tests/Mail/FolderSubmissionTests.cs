using OfficerBot.Documents.Mail;
using OfficerBot.Mail;
using OfficerBot.Mail.Smtp;
using OfficerBot.Mailing;

namespace OfficerBot.Tests.Mail;

public sealed class FolderSubmissionTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "officerbot-folder-" + Guid.NewGuid().ToString("N"));

    [Fact]
    public async Task A_letter_lies_in_the_folder_once_however_often_it_is_sent()
    {
        var bytes = MimeWriter.Write(SampleLetter.Report());
        var mail = new FolderSubmission(Path.Combine(_folder, "mail"));

        var outcome = await mail.SubmitAsync(Envelope("report.0007.r1@bot.example.org"), bytes, default);
        await mail.SubmitAsync(Envelope("report.0007.r1@bot.example.org"), bytes, default);

        var file = Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Should().ContainSingle().Subject;
        Path.GetFileName(file).Should().Be("2020-09-16_112003_report.0007.r1@bot.example.org.eml");
        File.ReadAllBytes(file).Should().Equal(bytes);
        var accepted = outcome.Should().BeOfType<SmtpOutcome.Accepted>().Subject;
        accepted.Words.Should().StartWith("250 2.0.0 Ok: written to folder");
        accepted.QueueId.Should().Be(Path.GetFileName(file));
    }

    [Fact]
    public async Task An_id_cannot_lead_out_of_the_folder()
    {
        await new FolderSubmission(_folder).SubmitAsync(Envelope("../../x/y"), "Date: nonsense\r\n"u8.ToArray(), default);

        Directory.GetFiles(_folder).Should().ContainSingle().Which.Should().EndWith("undated_.._.._x_y.eml");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_tried_again_later()
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllText(Path.Combine(_folder, "taken"), "a file where the folder should be");

        var outcome = await new FolderSubmission(Path.Combine(_folder, "taken")).SubmitAsync(Envelope("a"), new byte[1], default);

        outcome.Should().BeOfType<SmtpOutcome.Transient>();
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static Envelope Envelope(string id) => new(SampleLetter.Bot, [SampleLetter.Office], id);
}
