using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json.Nodes;
using OfficerBot.Commands.Teams;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Domain.Roster;
using OfficerBot.Tests.Conversation.Understanding;
using OfficerBot.Tests.House;

namespace OfficerBot.Tests.Commands;

public sealed class TeamsPackageTests : IDisposable
{
    private static readonly TeamsApp App = new("12345678-1234-1234-1234-123456789abc", "https://bot.example.org", "沅江市信息员工作群", "1.0.0", null, null);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("officerbot-teams-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_manifest_keeps_to_the_limits_of_Teams_and_asks_to_read_group_messages()
    {
        var manifest = Manifest();
        TeamsManifest.ProblemsOf(manifest).Should().BeEmpty();
        decimal.Parse(manifest["manifestVersion"]!.ToString(), CultureInfo.InvariantCulture).Should().BeGreaterThanOrEqualTo(1.16m);
        Strings(manifest["bots"]![0]!["scopes"]).Should().Equal("personal", "team", "groupChat");
        manifest["authorization"]!["permissions"]!["resourceSpecific"]!.AsArray().Select(p => (p!["name"]!.ToString(), p["type"]!.ToString()))
            .Should().Equal(("ChannelMessage.Read.Group", "Application"), ("ChatMessage.Read.Chat", "Application"));
        manifest["webApplicationInfo"]!["resource"]!.ToString().Should().StartWith("https://", "Teams gives no read permission without it");
        Strings(manifest["permissions"]).Should().Equal("identity", "messageTeamMembers");
        Strings(manifest["validDomains"]).Should().Equal("bot.example.org");
        foreach (var list in manifest["bots"]![0]!["commandLists"]!.AsArray())
        {
            list!["commands"]!.AsArray().Count.Should().BeInRange(1, 10);
        }
    }

    [Fact]
    public void The_translation_says_every_text_and_keeps_to_the_limits_too() =>
        TeamsManifest.ProblemsOf(Read("en-us.json"), Manifest()).Should().BeEmpty();

    [Fact]
    public void The_bot_understands_every_command_it_offers()
    {
        var offered = Manifest()["bots"]![0]!["commandLists"]!.AsArray().SelectMany(l => l!["commands"]!.AsArray()).Select(c => c!["title"]!.ToString())
            .Concat(Read("en-us.json").Where(t => t.Key.EndsWith(".title", StringComparison.Ordinal)).Select(t => t.Value!.ToString()));
        var context = new ReadingContext(new(2020, 9, 16, 9, 0), false, true, null, Roles.Officer, null, Corpora.Roster, "zh");
        offered.Where(o => Corpora.Reader.Read(o, context).Intent == "none").Should().BeEmpty();
    }

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void Icons_have_their_sizes_and_the_outline_is_white_on_nothing(string name, int side)
    {
        var bytes = File.ReadAllBytes(Tree.At("deploy", "teams", name));
        (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20))).Should().Be((side, side));
        var dots = Dots(bytes, side).ToList();
        dots.Any(d => d.Alpha > 0).Should().BeTrue();
        if (name == "outline.png")
        {
            dots.Where(d => d.Alpha > 0).Should().OnlyContain(d => d.Red == 255 && d.Green == 255 && d.Blue == 255);
            dots.Any(d => d.Alpha == 0).Should().BeTrue();
        }
    }

    [Fact]
    public void A_package_holds_manifest_translation_and_icons_for_the_registration()
    {
        var output = Path.Combine(_folder.FullName, "app.zip");
        TeamsPackage.Run(App, output).Should().Be(0);
        using var zip = ZipFile.OpenRead(output);
        zip.Entries.Select(e => e.FullName).Should().BeEquivalentTo("manifest.json", "en-us.json", "color.png", "outline.png");
        using var manifest = zip.GetEntry("manifest.json")!.Open();
        var json = JsonNode.Parse(manifest)!;
        new[] { json["id"], json["bots"]![0]!["botId"], json["webApplicationInfo"]!["id"] }.Select(n => n!.ToString()).Should().OnlyContain(i => i == App.AppId);
    }

    [Theory]
    [InlineData("", "https://bot.example.org", "OfficerBot", "1.0.0", "app id")]
    [InlineData("00000000-0000-0000-0000-000000000000", "https://bot.example.org", "OfficerBot", "1.0.0", "app id")]
    [InlineData("12345678-1234-1234-1234-123456789abc", "http://bot.example.org", "OfficerBot", "1.0.0", "https://")]
    [InlineData("12345678-1234-1234-1234-123456789abc", "", "OfficerBot", "1.0.0", "https://")]
    [InlineData("12345678-1234-1234-1234-123456789abc", "https://bot.example.org", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三", "1.0.0", "32")]
    [InlineData("12345678-1234-1234-1234-123456789abc", "https://bot.example.org", "OfficerBot", "1.0", "three numbers")]
    public void What_Teams_would_refuse_is_refused_here_in_words_and_nothing_is_written(string id, string url, string developer, string version, string told)
    {
        var app = new TeamsApp(id, url, developer, version, null, null);
        TeamsManifest.ProblemsOf(TeamsManifest.Filled(Read("manifest.json"), app)).Should().Contain(p => p.Contains(told, StringComparison.Ordinal));
        var output = Path.Combine(_folder.FullName, "none.zip");
        TeamsPackage.Run(app, output).Should().Be(1);
        File.Exists(output).Should().BeFalse();
    }

    private static JsonObject Manifest() => TeamsManifest.Filled(Read("manifest.json"), App);

    private static JsonObject Read(string file) => JsonNode.Parse(File.ReadAllText(Tree.At("deploy", "teams", file)))!.AsObject();

    private static IEnumerable<string> Strings(JsonNode? array) => array!.AsArray().Select(n => n!.ToString());

    // Our icons are RGBA of 8 bits, in one IDAT, without filters.
    private static IEnumerable<(byte Red, byte Green, byte Blue, byte Alpha)> Dots(byte[] png, int side)
    {
        var at = 33; // after signature and header
        var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
        using var packed = new ZLibStream(new MemoryStream(png, at + 8, length), CompressionMode.Decompress);
        var rows = new byte[side * (side * 4 + 1)];
        packed.ReadExactly(rows);
        return Enumerable.Range(0, side * side).Select(i => (i / side * (side * 4 + 1)) + 1 + (i % side * 4)).Select(p => (rows[p], rows[p + 1], rows[p + 2], rows[p + 3])).ToList();
    }
}
