using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using OfficerBot.Protocol.DirectLine;
using OfficerBot.Tests.Protocol.Host;

namespace OfficerBot.Tests.Protocol.DirectLine;

public sealed class UploadTests : IAsyncLifetime
{
    private static readonly byte[] Png = [0x89, .. "PNG\r\n\u001a\n and so on"u8];

    private DirectLineServer server = null!; // set before each test
    private DirectLineClient site = null!;
    private string id = "";

    public async Task InitializeAsync()
    {
        server = await DirectLineServer.StartAsync();
        site = DirectLineClient.WithSecret(server);
        id = (await site.PostAsync("conversations"))["conversationId"]!;
    }

    public async Task DisposeAsync()
    {
        site.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_file_completes_the_attachment_that_was_declared_for_it()
    {
        var answer = await UploadAsync(
            """
            {"type":"message","text":"现场","from":{"id":"anna"},"channelData":{"clientActivityID":"m"},
             "attachments":[{"name":"a.png","contentType":"x/y","thumbnailUrl":"data:,a"},{"name":"b.txt","contentType":"text/plain"}]}
            """,
            ("b.txt", Encoding.UTF8.GetBytes("文字")), ("a.png", Png));

        answer["id"].Should().Be($"{id}|0000000");
        var attachments = (await site.ReadAsync(id))[0]["attachments"]!.AsArray();
        attachments.Select(a => ((string?)a!["name"], (string?)a["contentType"], (string?)a["thumbnailUrl"]))
            .Should().Equal(("a.png", "image/png", "data:,a"), ("b.txt", "text/plain", null));
        server.Office.Posts.Single().Activity.Attachments!.Select(a => a.Name).Should().Equal("a.png", "b.txt");
    }

    [Fact]
    public async Task Files_without_a_declaration_are_added_and_need_no_activity()
    {
        var answer = await UploadAsync(null, ("a.png", Png), ("a.png", Png));

        answer.Status.Should().Be(200);
        var echo = (await site.ReadAsync(id))[0];
        ((string?)echo["from"]!["id"]).Should().Be("anna");
        echo["attachments"]!.AsArray().Should().HaveCount(2);
    }

    [Fact]
    public async Task A_single_file_may_be_the_whole_body()
    {
        using var content = new ByteArrayContent(Png);
        content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = "现场.png" };

        var answer = await site.SendAsync(HttpMethod.Post, $"conversations/{id}/upload?userId=anna", content);

        answer.Status.Should().Be(200);
        ((string?)(await site.ReadAsync(id))[0]["attachments"]![0]!["name"]).Should().Be("现场.png");
    }

    // Found by chance: tests/OfficerBot.Scenarios/Fuzz, seed 4711, input 56943.
    [Fact]
    public async Task A_name_without_a_value_is_no_name()
    {
        using var content = new ByteArrayContent(Png);
        content.Headers.TryAddWithoutValidation("Content-Disposition", "attachment; filename*");
        (await site.SendAsync(HttpMethod.Post, $"conversations/{id}/upload?userId=anna", content)).Status.Should().Be(200);
    }

    [Fact]
    public async Task A_picture_is_shown_in_place_and_nothing_in_it_can_run()
    {
        await UploadAsync(null, ("现场.png", Png));

        var file = await FetchAsync();

        file.Bytes.Should().Equal(Png);
        file.ContentHeaders.ContentType!.MediaType.Should().Be("image/png");
        file.ContentHeaders.ContentDisposition!.DispositionType.Should().Be("inline");
        file.Header("X-Content-Type-Options").Should().Be("nosniff");
        file.Header("Content-Security-Policy").Should().Contain("sandbox");
    }

    [Fact]
    public async Task Anything_else_is_only_ever_saved()
    {
        await UploadAsync(null, ("page.html", "<script>alert(1)</script>"u8.ToArray()));

        var file = await FetchAsync();

        file.ContentHeaders.ContentType!.MediaType.Should().Be("text/plain");
        file.ContentHeaders.ContentDisposition!.DispositionType.Should().Be("attachment");
        file.Header("X-Content-Type-Options").Should().Be("nosniff");
    }

    [Theory]
    [InlineData("attachments/0000000000000000000000/a.png")]
    [InlineData("attachments/%2e%2e/a.png")]
    [InlineData("attachments/")]
    public async Task An_address_that_was_never_given_answers_404(string path) =>
        (await site.GetAsync(path)).Status.Should().Be(404);

    [Theory]
    [InlineData(@"C:\Users\anna\线索.txt", "线索.txt")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("a\u0001b\u007f.txt", "ab.txt")]
    public async Task A_name_loses_its_folders_and_control_characters(string given, string kept)
    {
        using var content = new ByteArrayContent("text"u8.ToArray());
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = given };
        await site.SendAsync(HttpMethod.Post, $"conversations/{id}/upload?userId=anna", content);

        server.Office.Posts.Single().Uploads.Single().Name.Should().Be(kept);
    }

    [Fact]
    public async Task Ten_files_are_taken_and_eleven_answer_413()
    {
        var files = Enumerable.Range(0, 11).Select(n => ($"{n}.png", Png)).ToArray();

        (await UploadAsync(null, files)).Status.Should().Be(413);
        (await UploadAsync(null, files[..10])).Status.Should().Be(200);
    }

    [Fact]
    public async Task Ten_MiB_are_taken_and_a_byte_more_answers_413()
    {
        var fits = new byte[10 * 1024 * 1024];
        Png.CopyTo(fits, 0);

        (await UploadAsync(null, ("a.png", fits))).Status.Should().Be(200);
        (await UploadAsync(null, ("a.png", [.. fits, 0]))).Status.Should().Be(413);
    }

    [Theory]
    [InlineData("")]
    [InlineData("MZ\u0000\u0001 a program")]
    [InlineData("PK\u0003\u0004 no real zip")]
    public async Task A_file_of_no_known_kind_answers_400_and_leaves_nothing(string content)
    {
        (await UploadAsync(null, ("a.png", Encoding.Latin1.GetBytes(content)))).Should().Match<WireAnswer>(a => a.Status == 400 && a.ErrorCode == "BadArgument");

        (await site.ReadAsync(id)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("multipart/form-data", "--x")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=file\r\n\r\ncut off")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nno colon here\r\n\r\n\r\n--x--")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=activity\r\n\r\n{\r\n--x--\r\n")]
    public async Task A_broken_upload_answers_400(string contentType, string body)
    {
        using var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);

        (await site.SendAsync(HttpMethod.Post, $"conversations/{id}/upload?userId=anna", content)).Status.Should().Be(400);
    }

    [Fact]
    public async Task A_repeated_upload_answers_the_first_id()
    {
        const string Activity = """{"type":"message","from":{"id":"anna"},"channelData":{"clientActivityID":"m"}}""";
        var first = await UploadAsync(Activity, ("a.png", Png));

        (await UploadAsync(Activity, ("a.png", Png)))["id"].Should().Be(first["id"]);
        (await site.ReadAsync(id)).Should().HaveCount(2);
    }

    [Fact]
    public void Office_files_are_known_by_what_lies_inside()
    {
        FileKind.Detect(Zip("xl/workbook.xml"), "a.bin").Should().EndWith("spreadsheetml.sheet");
        FileKind.Detect(Zip("word/document.xml"), "a.bin").Should().EndWith("wordprocessingml.document");
        FileKind.Detect(Zip("anything.txt"), "a.xlsx").Should().BeNull();
    }

    [Theory]
    [InlineData("/9j/4AAQ", "image/jpeg")]
    [InlineData("R0lGODlhAQAB", "image/gif")]
    [InlineData("UklGRiQAAABXRUJQ", "image/webp")]
    [InlineData("JVBERi0xLjc=", "application/pdf")]
    [InlineData("tc6w1w==", "text/csv")]
    [InlineData("//5hAGIA", "text/csv")]
    public void Other_files_are_known_by_their_first_bytes(string base64, string type) =>
        FileKind.Detect(Convert.FromBase64String(base64), "a.csv").Should().Be(type);

    private static byte[] Zip(string entry)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            zip.CreateEntry(entry);
        }

        return bytes.ToArray();
    }

    private async Task<WireAnswer> UploadAsync(string? activity, params (string Name, byte[] Bytes)[] files)
    {
        using var form = new MultipartFormDataContent();
        if (activity is not null)
        {
            form.Add(new StringContent(activity, Encoding.UTF8, "application/vnd.microsoft.activity"), "activity");
        }

        foreach (var (name, bytes) in files)
        {
            form.Add(new ByteArrayContent(bytes), "file", name);
        }

        return await site.SendAsync(HttpMethod.Post, $"conversations/{id}/upload?userId=anna", form);
    }

    private async Task<WireAnswer> FetchAsync()
    {
        var address = (string?)(await site.ReadAsync(id))[0]["attachments"]![0]!["contentUrl"];
        address.Should().StartWith(server.Root.ToString()).And.MatchRegex("/attachments/[0-9A-Za-z]{22}/");
        using var http = new HttpClient();
        using var response = await http.GetAsync(new Uri(address!));
        return await WireAnswer.ReadAsync(response);
    }
}
