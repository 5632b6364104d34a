using NodaTime;
using OfficerBot.Documents.Mail;
using OfficerBot.Sample;

namespace OfficerBot.Tests.Sample;

public class ReadLetterTests
{
    private static readonly Letter Written = new()
    {
        From = new Mailbox(MailAddress.Parse("bot@example.org"), "益阳市生态环境局沅江分局"),
        To = [new Mailbox(MailAddress.Parse("report@example.org"), "宣传工作邮箱")],
        Subject = "益阳市生态环境局沅江分局新闻宣传情况报告 2020年9月16日（周三）第1期",
        Text = "请查阅附件。\n沅江分局",
        Html = "<p>请查阅附件。</p>",
        Attachments = [new LetterAttachment("2020年第1期沅江分局情况报告.docx", new byte[] { 1, 2, 3 }), new LetterAttachment("plain.xlsx", new byte[] { 4 })],
        MessageId = "report.1@example.org",
        Date = new LocalDateTime(2020, 9, 16, 11, 20, 3).WithOffset(Offset.FromHours(8)),
    };

    [Fact]
    public void What_our_writer_makes_is_read_back_whole()
    {
        var read = ReadLetter.Of(MimeWriter.Write(Written));
        read["Subject"].Should().Be(Written.Subject);
        read["From"].Should().Be("益阳市生态环境局沅江分局 <bot@example.org>");
        read.At.Should().Be(new LocalDateTime(2020, 9, 16, 11, 20, 3));
        read.Text.ReplaceLineEndings("\n").Should().Be(Written.Text);
        read.Attachments.Select(a => a.Name).Should().Equal("2020年第1期沅江分局情况报告.docx", "plain.xlsx");
        read.Attachments[0].Bytes.Should().Equal(1, 2, 3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no headers at all")]
    [InlineData("Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\n--x--")]
    public void A_file_that_is_no_letter_throws_nothing(string text) =>
        ReadLetter.Of(System.Text.Encoding.UTF8.GetBytes(text)).Attachments.Should().BeEmpty();

    [Theory]
    [InlineData("../secret")]
    [InlineData("..")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    public void An_id_that_is_no_letter_of_the_folder_opens_nothing(string id)
    {
        var root = Directory.CreateTempSubdirectory("officerbot-mails-");
        try
        {
            File.WriteAllText(Path.Combine(root.FullName, "secret.eml"), "Subject: secret\r\n\r\n");
            var folder = root.CreateSubdirectory("mail");
            new MailFolder(folder.FullName).Raw(id).Should().BeNull();
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }
}
