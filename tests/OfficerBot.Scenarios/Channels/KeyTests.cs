using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OfficerBot.Scenarios.Channels;

/// <summary>Keys of the channel that come and go. Each scenario has an office of its own, because keys are everybody's.</summary>
public sealed class KeyTests
{
    private static readonly string[] WebChatOnly = ["webchat"];

    [Fact]
    public async Task A_new_key_is_accepted_and_the_old_one_refused_once_it_is_gone()
    {
        var office = await ChannelOffice.OpenAsync();
        var anna = await office.MeetAsync("白沙镇周晓燕");
        await anna.AskAsync("我还欠什么");
        var old = (string)(await office.Channel.AskAsync("token"))["token"]!;
        await office.Channel.AskAsync("rotate");

        await anna.AskAsync("几点截止");
        (await office.Channel.SendAsync(anna.Message("帮助"), old)).Status.Should().Be(401);
        await EndAsync(office);
    }

    [Fact]
    public async Task Two_keys_are_good_side_by_side_and_each_for_its_own_channels()
    {
        var office = await ChannelOffice.OpenAsync();
        var anna = await office.MeetAsync("白沙镇周晓燕");
        await anna.AskAsync("我还欠什么");
        var old = (string)(await office.Channel.AskAsync("token"))["token"]!;
        await office.Channel.AskAsync("rotate", new { keep = true, endorsements = WebChatOnly });
        var web = await office.MeetAsync("白沙镇周晓燕", "webchat");

        await web.AskAsync("我还欠什么");
        (await office.Channel.SendAsync(anna.Message("几点截止"))).Status.Should().Be(403);
        (await office.Channel.SendAsync(anna.Message("帮助"), old)).Status.Should().BeInRange(200, 202);
        await EndAsync(office);
    }

    [Fact]
    public async Task A_flood_of_key_ids_nobody_published_costs_few_fetches_and_keeps_nobody_out()
    {
        var office = await ChannelOffice.OpenAsync();
        var anna = await office.MeetAsync("白沙镇周晓燕");
        await anna.AskAsync("我还欠什么");
        var (before, began) = (await office.Channel.StateAsync(), await SecondsAsync(office));

        var flood = office.Channel.FloodAsync(anna.Message("几点截止"), 400);
        var asked = new List<string>();
        while (!flood.IsCompleted || asked.Count == 0)
        {
            asked.Add(await anna.SayAsync("我还欠什么"));
        }

        (await flood).Should().Equal(new Dictionary<string, int> { ["401"] = 400 });
        var (after, most) = (await office.Channel.StateAsync(), 2 + ((await SecondsAsync(office) - began) / 30)); // one look in 30 s
        (after.Keys - before.Keys).Should().BeLessThanOrEqualTo((int)most, "bogus key ids must not be able to make us fetch");
        (after.Metadata - before.Metadata).Should().BeLessThanOrEqualTo((int)most);
        (await anna.HeardAsync(asked.Count + 1)).Skip(1).Select(c => c.Target).Should().Equal(asked);
        await EndAsync(office);
    }

    [Fact]
    public async Task While_the_metadata_are_down_the_keys_that_are_known_go_on()
    {
        var office = await ChannelOffice.OpenAsync();
        var anna = await office.MeetAsync("白沙镇周晓燕");
        await anna.AskAsync("我还欠什么");
        await office.Channel.AskAsync("metadataFaults", new { faults = Enumerable.Repeat(503, 50) });
        await office.Channel.FloodAsync(anna.Message("几点截止"), 20);

        await anna.AskAsync("几点截止");
        await EndAsync(office);
    }

    [Fact]
    public async Task A_bearer_is_renewed_before_its_end_and_never_shown_after_it()
    {
        var office = await ChannelOffice.OpenAsync();
        await office.Channel.AskAsync("login", new { expiresIn = 6 });
        var anna = await office.MeetAsync("白沙镇周晓燕");
        while ((await office.Channel.StateAsync()).Tokens < 3)
        {
            await anna.AskAsync("我还欠什么");
        }

        (await anna.AttemptsAsync(1)).Should().OnlyContain(c => c.Accepted);
        await EndAsync(office);
    }

    [Fact]
    public async Task A_bot_with_a_certificate_signs_in_by_an_assertion()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=officerbot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2049, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var file = Path.Combine(Directory.CreateTempSubdirectory("officerbot-certificate-").FullName, "bot.pfx");
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pfx, "opens"));
        var office = await ChannelOffice.OpenAsync(more: _ =>
            ["--BotFramework:CertificatePath", file, "--BotFramework:CertificatePassword", "opens", "--BotFramework:AppPassword", ""]);
        await office.Channel.AskAsync("login", new { certificate = certificate.ExportCertificatePem() });

        await (await office.MeetAsync("白沙镇周晓燕")).AskAsync("我还欠什么");
        await EndAsync(office);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public async Task A_bot_with_a_managed_identity_is_vouched_for_by_its_machine_and_has_no_secret()
    {
        const string header = "853b9a84-5bfa-4b22-a3f3-0b9a43d9ad8a";
        var office = await ChannelOffice.OpenAsync(more: c =>
        [
            "--BotFramework:ManagedIdentity", "true", "--BotFramework:AppPassword", "", "--IDENTITY_HEADER", header,
            "--IDENTITY_ENDPOINT", new Uri(new Uri(c.ServiceUrl), "/msi/token").ToString(),
        ]);
        await office.Channel.AskAsync("login", new { identityHeader = header });
        var anna = await office.MeetAsync("白沙镇周晓燕");
        await anna.AskAsync("我还欠什么");
        await anna.AskAsync("几点截止");
        (await office.Channel.StateAsync()).TokensAsked.Should().Be(1);

        await office.Channel.AskAsync("loginFaults", new { faults = new object[] { 404, 503 } }); // the identity's agent is restarting
        await office.Channel.AskAsync("revoke");
        await anna.AskAsync("帮助");
        (await office.Channel.StateAsync()).Should().Match<ChannelState>(s => s.TokensAsked == 4 && s.Tokens == 2);
        await EndAsync(office);
    }

    [Fact]
    public async Task The_emulator_comes_in_as_the_bot_itself_where_that_is_allowed_and_nowhere_else()
    {
        const string issuer = "https://login.microsoftonline.com/0d0d0d0d-0000-4000-8000-000000000001/v2.0";
        var claims = new { ver = "2.0", azp = "0f0f0f0f-1111-4222-8333-444444444444", tid = "0d0d0d0d-0000-4000-8000-000000000001", serviceurl = (string?)null };
        var closed = await ChannelOffice.OpenAsync();
        (await closed.Channel.SendAsync((await closed.MeetAsync("白沙镇周晓燕", "emulator")).Message("我还欠什么"), new { issuer, claims })).Status.Should().Be(401);
        await EndAsync(closed);

        var office = await ChannelOffice.OpenAsync(more: c =>
        [
            "--BotFramework:AllowEmulator", "true", "--BotFramework:EntraIssuers:0", issuer,
            "--BotFramework:EntraMetadataUrl", c.Settings.SkipWhile(s => s != "--BotFramework:OpenIdMetadataUrl").ElementAt(1),
        ]);
        var anna = await office.MeetAsync("白沙镇周晓燕", "emulator");
        var id = (await office.Channel.SendAsync(anna.Message("我还欠什么"), new { issuer, claims })).Id;
        (await anna.AnswersAsync(id)).Should().ContainSingle();
        var away = anna.Message("我还欠什么");
        away["serviceUrl"] = "https://smba.trafficmanager.net/amer/";
        (await office.Channel.SendAsync(away, new { issuer, claims })).Status.Should().Be(403);
        await EndAsync(office);
    }

    private static async Task<long> SecondsAsync(ChannelOffice office) => (await office.Channel.AskAsync("now"))["seconds"]!.GetValue<long>();

    private static async Task EndAsync(ChannelOffice office)
    {
        (await office.Channel.StateAsync()).Complaints.Should().BeEmpty();
        office.Office.Errors.Lines.Should().BeEmpty();
        await office.DisposeAsync();
    }
}
