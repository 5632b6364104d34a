using NodaTime;
using OfficerBot.Documents.Mail;

namespace OfficerBot.Mailing;

/// <summary>A report letter as the office sends it, about 137 KB on the line.</summary>
public static class SampleLetter
{
    public static MailAddress Bot { get; } = MailAddress.Parse("officerbot@example.org");

    public static MailAddress Office { get; } = MailAddress.Parse("duban@example.org");

    public static Letter Report(string messageId = "report.2020-09-16.rmt.r1@bot.example.org", int fileBytes = 100_000) => new()
    {
        From = new Mailbox(Bot, "沅江市融媒体中心"),
        ReplyTo = new Mailbox(MailAddress.Parse("zhouxiaoyan@example.org"), "周晓燕"),
        To = [new Mailbox(Office, "督察组“清风”\\值班室")],
        Subject = "【宣传工作简报】沅江市融媒体中心 2020年9月16日（周三）第2期：洞庭湖生态环境保护、优化营商环境线索共12条",
        Text = "督察组：\n现报送9月16日工作简报，请查收。\n.\n..\nFrom 融媒体中心",
        Html = "<p>督察组：</p><p>现报送9月16日<b>工作简报</b>，请查收。</p>",
        Attachments =
        [
            new LetterAttachment("2020年第2期宣传工作周报（沅江市融媒体中心）.docx", Bytes(fileBytes)),
            new LetterAttachment("线索明细.xlsx", Bytes(321)),
            new LetterAttachment("IMG_0916.jpg", Bytes(1)),
        ],
        MessageId = messageId,
        Date = new LocalDateTime(2020, 9, 16, 11, 20, 3).WithOffset(Offset.FromHours(8)),
    };

    private static byte[] Bytes(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)(i * 31 % 251))];
}
