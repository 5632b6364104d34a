using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using OfficerBot.Documents.Mail;
using OfficerBot.Mailing;

namespace OfficerBot.Tests.Mail;

public sealed class MimeWriterTests
{
    [Fact]
    public async Task Python_reads_a_report_letter_without_a_defect_and_as_it_was_meant()
    {
        var letter = SampleLetter.Report();

        var seen = await PythonLetter.ReadAsync(MimeWriter.Write(letter));

        Texts(seen, "defects").Should().BeEmpty();
        Header(seen, "subject").Should().Be(letter.Subject);
        seen.GetProperty("from")[0].Deserialize<string[]>().Should().Equal("沅江市融媒体中心", "officerbot@example.org");
        seen.GetProperty("to")[0].Deserialize<string[]>().Should().Equal("督察组“清风”\\值班室", "duban@example.org");
        Header(seen, "reply-to").Should().Be("周晓燕 <zhouxiaoyan@example.org>");
        Header(seen, "message-id").Should().Be("<report.2020-09-16.rmt.r1@bot.example.org>");
        Header(seen, "auto-submitted").Should().Be("auto-generated");
        Header(seen, "date").Should().Be("Wed, 16 Sep 2020 11:20:03 +0800");
        seen.GetProperty("headers").TryGetProperty("bcc", out _).Should().BeFalse();
        Body(seen, "text").TrimEnd().Should().Be(letter.Text);
        Body(seen, "html").Should().Contain("<b>工作简报</b>");
        Files(seen).Should().Equal(letter.Attachments.Select(
            file => (file.FileName, file.ContentType, Convert.ToHexStringLower(SHA256.HashData(file.Content.Span)))));
        seen.GetProperty("longest").GetInt32().Should().BeLessThanOrEqualTo(78);
        seen.GetProperty("bareLineEnds").GetInt32().Should().Be(0);
        seen.GetProperty("isAscii").GetBoolean().Should().BeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Weekly report")]
    [InlineData("an ASCII subject that is quite a bit longer than what fits on a single header line of mail")]
    [InlineData("看起来像编码 =?UTF-8?B?5L2g?= 的标题")]
    [InlineData("=?UTF-8?B?5L2g?=")]
    [InlineData("𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")]
    public async Task A_subject_comes_through(string subject)
    {
        var seen = await PythonLetter.ReadAsync(MimeWriter.Write(Plain() with { Subject = subject }));

        Texts(seen, "defects").Should().BeEmpty();
        Header(seen, "subject").Should().Be(subject);
        seen.GetProperty("longest").GetInt32().Should().BeLessThanOrEqualTo(76);
    }

    [Theory]
    [InlineData("沅江市融媒体中心", "沅江市融媒体中心")]
    [InlineData("中共沅江市委网络安全和信息化委员会办公室", "中共沅江市委网络安全和信息化委")]
    [InlineData("O\"Brien, Pat \\ Press (county)", "O\"Brien, Pat \\ Press (county)")]
    [InlineData("=?UTF-8?B?5L2g?=", "=?UTF-8?B?5L2g?=")]
    public async Task A_display_name_comes_through_or_is_cut_to_15_hanzi(string name, string shown)
    {
        var letter = Plain() with { From = new Mailbox(SampleLetter.Bot, name), ReplyTo = new Mailbox(SampleLetter.Office, name) };

        var seen = await PythonLetter.ReadAsync(MimeWriter.Write(letter));

        Texts(seen, "defects").Should().BeEmpty();
        seen.GetProperty("from")[0].Deserialize<string[]>().Should().Equal(shown, "officerbot@example.org");
        seen.GetProperty("longest").GetInt32().Should().BeLessThanOrEqualTo(78);
    }

    [Fact]
    public void Every_encoded_word_is_at_most_75_octets_and_whole_in_itself()
    {
        var text = Encoding.ASCII.GetString(MimeWriter.Write(SampleLetter.Report()));

        var words = text.Split([' ', '"', '\r', '\n']).Where(word => word.StartsWith("=?", StringComparison.Ordinal)).ToList();

        words.Should().HaveCountGreaterThan(5).And.OnlyContain(word => word.Length <= 75);
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        words.ForEach(word => strict.GetString(Convert.FromBase64String(word[10..^2])).Should().NotBeEmpty());
    }

    [Fact]
    public void Both_forms_of_a_Chinese_file_name_are_there_for_QQ_mail_and_for_the_rest()
    {
        var text = Encoding.ASCII.GetString(MimeWriter.Write(SampleLetter.Report()));

        text.Should().Contain("name=\"=?UTF-8?B?").And.Contain("filename*0*=UTF-8''2020%E5%B9%B4").And.Contain("filename*1*=");
        text.Should().Contain("filename=\"IMG_0916.jpg\"");
    }

    [Fact]
    public void Equal_letters_give_equal_bytes_and_another_id_another_boundary()
    {
        MimeWriter.Write(SampleLetter.Report()).Should().Equal(MimeWriter.Write(SampleLetter.Report()));

        var other = Encoding.ASCII.GetString(MimeWriter.Write(SampleLetter.Report("report.2020-09-16.rmt.r2@bot.example.org")));
        other.Should().NotContain(Boundary(Encoding.ASCII.GetString(MimeWriter.Write(SampleLetter.Report()))));
    }

    [Fact]
    public async Task A_correction_names_the_letter_it_corrects()
    {
        var seen = await PythonLetter.ReadAsync(MimeWriter.Write(Plain() with { InReplyTo = "a.r0@bot.example.org" }));

        Header(seen, "in-reply-to").Should().Be("<a.r0@bot.example.org>");
        Header(seen, "references").Should().Be("<a.r0@bot.example.org>");
    }

    [Fact]
    public void A_date_in_another_offset_is_written_in_Beijing_time()
    {
        var letter = Plain() with { Date = new LocalDateTime(2020, 9, 30, 20, 0, 0).WithOffset(Offset.Zero) };

        Encoding.ASCII.GetString(MimeWriter.Write(letter)).Should().Contain("Date: Thu, 01 Oct 2020 04:00:00 +0800\r\n");
    }

    [Theory]
    [InlineData("a\r\nBcc: x@example.org")]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("a\0b")]
    [InlineData("a\u0085b")]
    [InlineData("a\u2028b")]
    public void A_header_text_that_could_forge_a_header_is_refused(string text)
    {
        var letter = Plain();
        Letter[] forged =
        [
            letter with { Subject = text },
            letter with { From = letter.From with { Name = text } },
            letter with { ReplyTo = new Mailbox(SampleLetter.Office, text) },
            letter with { To = [new Mailbox(SampleLetter.Office, text)] },
            letter with { MessageId = text + "@example.org" },
            letter with { InReplyTo = text + "@example.org" },
        ];

        forged.Should().AllSatisfy(one => FluentActions.Invoking(() => MimeWriter.Write(one)).Should().Throw<FormatException>());
    }

    [Fact]
    public void Half_a_character_is_refused_rather_than_sent_as_a_question_mark()
    {
        var half = "线索😀"[..3];

        FluentActions.Invoking(() => MimeWriter.Write(Plain() with { Subject = half })).Should().Throw<FormatException>();
    }

    [Theory]
    [InlineData("a@b>\r\nRCPT TO:<x@example.org")]
    [InlineData("a@b\n")]
    [InlineData("a b@example.org")]
    [InlineData("王@example.org")]
    [InlineData("a@例子.org")]
    [InlineData("a@b@c")]
    [InlineData(".a@example.org")]
    [InlineData("a@-b.example.org")]
    [InlineData("a@")]
    [InlineData("@b")]
    [InlineData("\"a\"@example.org")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_not_a_plain_address_is_refused(string? text) => MailAddress.TryParse(text, out _).Should().BeFalse();

    [Theory]
    [InlineData("duban@example.org")]
    [InlineData("a.b+c@mail-1.example.org")]
    [InlineData("root@localhost")]
    public void A_plain_address_is_taken_as_it_is(string text) => MailAddress.Parse(text).Value.Should().Be(text);

    [Theory]
    [InlineData("../..\\a:b*c?d\"e<f>g|h.docx", "abcdefgh.docx")]
    [InlineData("第3期\r\n周报\u202Excod.docx", "第3期周报xcod.docx")]
    [InlineData(".docx", "附件.docx")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十超出.xlsx", "一二三四五六七八九十一二三四五六七八九十.xlsx")]
    public void A_file_name_is_cleaned(string given, string clean) => new LetterAttachment(given, new byte[1]).FileName.Should().Be(clean);

    [Theory]
    [InlineData("run.exe")]
    [InlineData("a.docx.js")]
    [InlineData("noextension")]
    public void A_kind_of_file_that_providers_refuse_is_not_attached(string name) =>
        FluentActions.Invoking(() => new LetterAttachment(name, new byte[1])).Should().Throw<FormatException>();

    [Fact]
    public void More_than_10_MiB_of_files_is_refused()
    {
        var half = new LetterAttachment("a.pdf", new byte[MimeWriter.MaxAttachedBytes / 2]);

        MimeWriter.Write(Plain() with { Attachments = [half, half] }).Length.Should().BeLessThan(15_000_000);
        FluentActions.Invoking(() => MimeWriter.Write(Plain() with { Attachments = [half, half, new LetterAttachment("b.png", new byte[1])] }))
            .Should().Throw<FormatException>();
    }

    private static Letter Plain() => SampleLetter.Report() with { Html = null, Attachments = [] };

    private static string Boundary(string mail) => mail.Split("boundary=\"")[1].Split('"')[0];

    private static IEnumerable<string?> Texts(JsonElement seen, string name) => seen.GetProperty(name).EnumerateArray().Select(one => one.GetString());

    private static string? Header(JsonElement seen, string name) => seen.GetProperty("headers").GetProperty(name).GetString();

    private static string Body(JsonElement seen, string name) => seen.GetProperty(name).GetString()!.ReplaceLineEndings("\n");

    private static IEnumerable<(string, string, string)> Files(JsonElement seen) => seen.GetProperty("files").EnumerateArray()
        .Select(one => (Text(one, "name"), Text(one, "type"), Text(one, "sha256")));

    private static string Text(JsonElement one, string name) => one.GetProperty(name).GetString() ?? "";
}
