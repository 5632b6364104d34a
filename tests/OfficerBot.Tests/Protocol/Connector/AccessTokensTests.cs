using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OfficerBot.Mailing;
using OfficerBot.Protocol.Connector;

namespace OfficerBot.Tests.Protocol.Connector;

public sealed class AccessTokensTests : IAsyncLifetime, IDisposable
{
    private readonly ManualTime _machine = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private FakeHost _login = null!; // made before each test
    private int _given;

    public async Task InitializeAsync()
    {
        _login = await FakeHost.StartAsync();
        _login.Otherwise = http => FakeHost.Says(200, $$"""{"token_type":"Bearer","expires_in":3600,"access_token":"token-{{Interlocked.Increment(ref _given)}}"}""")(http);
    }

    public async Task DisposeAsync() => await _login.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_secret_is_sent_as_a_form_and_nowhere_in_the_address()
    {
        using var tokens = Tokens();
        (await tokens.GetAsync(default)).Should().Be("token-1");
        var asked = _login.Received.Single();
        (asked.Method, asked.Target).Should().Be(("POST", "/tenant/oauth2/v2.0/token"));
        asked["Content-Type"].Should().Be("application/x-www-form-urlencoded");
        QueryHelpers.ParseQuery(asked.Body).ToDictionary(p => p.Key, p => p.Value.ToString()).Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = "app", ["client_secret"] = "s3cret &=+", ["scope"] = "https://api.botframework.com/.default",
        });
    }

    [Fact]
    public async Task One_token_serves_all_who_ask_at_once()
    {
        using var tokens = Tokens();
        var all = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => tokens.GetAsync(default).AsTask()));
        all.Should().AllBe("token-1");
        _login.Received.Should().ContainSingle();
    }

    [Theory]
    [InlineData(3600, 54 * 60 + 59, 55 * 60)]
    [InlineData(360, 179, 180)]
    public async Task It_is_renewed_in_time_while_the_old_one_goes_on_serving(int life, int before, int after)
    {
        _login.Otherwise = http => FakeHost.Says(200, $$"""{"expires_in":{{life}},"access_token":"token-{{Interlocked.Increment(ref _given)}}"}""")(http);
        using var tokens = Tokens();
        await tokens.GetAsync(default);
        _machine.Advance(TimeSpan.FromSeconds(before));
        await tokens.GetAsync(default);
        _login.Received.Should().ContainSingle();
        _machine.Advance(TimeSpan.FromSeconds(after - before));
        var release = new TaskCompletionSource();
        var normally = _login.Otherwise;
        _login.Otherwise = async http =>
        {
            await release.Task;
            await normally(http);
        };
        (await tokens.GetAsync(default)).Should().Be("token-1");
        (await tokens.GetAsync(default)).Should().Be("token-1");
        release.SetResult();
        await BecomesAsync(tokens, "token-2");
        _login.Received.Should().HaveCount(2);
    }

    [Fact]
    public async Task Who_looked_before_a_renewal_ended_and_acts_after_it_starts_no_other()
    {
        var authority = new SteppedAuthority();
        using var clock = new SteppedTime(_machine);
        using var tokens = new AccessTokens(authority, clock, NullLogger<AccessTokens>.Instance, Wait);
        await tokens.GetAsync(default);
        _machine.Advance(TimeSpan.FromMinutes(55));
        var released = new TaskCompletionSource();
        authority.Until = released.Task;
        clock.HoldNext();
        var late = Task.Run(() => tokens.GetAsync(default).AsTask()); // has seen the old token and stands at the clock
        await clock.Holds;
        (await tokens.GetAsync(default)).Should().Be("token-1"); // starts the renewal
        released.SetResult();
        await BecomesAsync(tokens, "token-2");
        clock.Release();
        (await late).Should().Be("token-2");
        authority.Asked.Should().Be(2);
    }

    [Fact]
    public async Task A_token_at_its_end_is_not_served_any_more()
    {
        using var tokens = Tokens();
        await tokens.GetAsync(default);
        _machine.Advance(TimeSpan.FromHours(1));
        (await tokens.GetAsync(default)).Should().Be("token-2");
    }

    [Fact]
    public async Task A_dropped_token_is_replaced_and_one_replaced_meanwhile_is_kept()
    {
        using var tokens = Tokens();
        var first = await tokens.GetAsync(default);
        tokens.Drop(first!);
        (await tokens.GetAsync(default)).Should().Be("token-2");
        tokens.Drop(first!);
        (await tokens.GetAsync(default)).Should().Be("token-2");
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(0)]
    public async Task What_passes_is_tried_three_times_more(int status)
    {
        _login.Otherwise = status == 0 ? FakeHost.Breaks : FakeHost.Says(status);
        using var tokens = Tokens();
        var asking = tokens.GetAsync(default).AsTask();
        await WaitedOutAsync(3);
        (await asking.Invoking(a => a).Should().ThrowAsync<TokenUnavailableException>()).Which.IsPermanent.Should().BeFalse();
        _login.Received.Should().HaveCount(4);
    }

    [Fact]
    public async Task What_only_the_operator_can_mend_is_asked_once_a_minute()
    {
        _login.Otherwise = FakeHost.Says(401, """{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided. s3cret"}""");
        using var tokens = Tokens();
        for (var i = 0; i < 5; i++)
        {
            var asking = () => tokens.GetAsync(default).AsTask();
            var refused = (await asking.Should().ThrowAsync<TokenUnavailableException>()).Which;
            refused.IsPermanent.Should().BeTrue();
            refused.Message.Should().Contain("AADSTS7000215").And.NotContain("s3cret");
        }

        _login.Received.Should().ContainSingle();
        _machine.Advance(TimeSpan.FromSeconds(60));
        _login.Otherwise = FakeHost.Says(200, """{"expires_in":"3600","access_token":"mended"}""");
        (await tokens.GetAsync(default)).Should().Be("mended");
    }

    [Fact]
    public async Task A_certificate_signs_an_assertion_for_the_token_endpoint()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(_machine.GetUtcNow().AddDays(-1), _machine.GetUtcNow().AddDays(1));
        var bytes = certificate.Export(X509ContentType.Pkcs12);
        using var tokens = Tokens(new AppCredential.Certificate(() => X509CertificateLoader.LoadPkcs12(bytes, null)));
        await tokens.GetAsync(default);
        await tokens.GetAsync(default);
        var form = QueryHelpers.ParseQuery(_login.Received.Single().Body);
        form["client_assertion_type"].ToString().Should().Be("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.Should().NotContainKey("client_secret");
        var assertion = new JsonWebToken(form["client_assertion"].ToString());
        assertion.Alg.Should().Be("PS256");
        assertion.GetHeaderValue<string>("x5t#S256").Should().Be(Base64UrlEncoder.Encode(SHA256.HashData(certificate.RawData)));
        (assertion.Issuer, assertion.Subject, assertion.Audiences.Single()).Should().Be(("app", "app", _login.Root + "/tenant/oauth2/v2.0/token"));
        assertion.Id.Should().NotBeEmpty();
        (assertion.ValidTo - _machine.GetUtcNow().UtcDateTime).Should().Be(TimeSpan.FromMinutes(10));
        var parts = assertion.EncodedToken.Split('.');
        key.VerifyData(
            System.Text.Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64UrlEncoder.DecodeBytes(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pss).Should().BeTrue();
    }

    [Theory]
    [InlineData("the header", "2019-08-01", "X-IDENTITY-HEADER", "the header")]
    [InlineData(null, "2018-02-01", "Metadata", "true")]
    public async Task A_managed_identity_is_asked_as_its_place_wants_it(string? header, string version, string name, string value)
    {
        var until = _machine.GetUtcNow().AddHours(2).ToUnixTimeSeconds();
        _login.Otherwise = http => FakeHost.Says(200, JsonSerializer.Serialize(new { access_token = "mine", expires_on = until.ToString() }))(http);
        using var tokens = new AccessTokens(
            new ManagedIdentity(_http, new Uri(_login.Root + "/msi/token"), header, "app id", "https://api.botframework.com", _machine), _machine, NullLogger<AccessTokens>.Instance, Wait);
        (await tokens.GetAsync(default)).Should().Be("mine");
        var asked = _login.Received.Single();
        asked.Target.Should().Be($"/msi/token?api-version={version}&resource=https%3A%2F%2Fapi.botframework.com&client_id=app%20id");
        asked[name].Should().Be(value);
        _machine.Advance(TimeSpan.FromMinutes(114));
        await tokens.GetAsync(default);
        _login.Received.Should().ContainSingle();
    }

    [Fact]
    public async Task An_identity_that_is_not_there_yet_is_asked_again()
    {
        _login.Answers.Enqueue(FakeHost.Says(404));
        using var tokens = new AccessTokens(
            new ManagedIdentity(_http, new Uri(_login.Root), null, "app", "r", _machine), _machine, NullLogger<AccessTokens>.Instance, Wait);
        var asking = tokens.GetAsync(default).AsTask();
        await WaitedOutAsync(1);
        (await asking).Should().Be("token-1");
    }

    private AccessTokens Tokens(AppCredential? credential = null) => new(
        new ClientCredentials(
            _http, new Uri(_login.Root + "/tenant/oauth2/v2.0/token"), "app", "https://api.botframework.com/.default", credential ?? new AppCredential.Secret("s3cret &=+"), _machine),
        _machine,
        NullLogger<AccessTokens>.Instance, Wait);

    private async Task WaitedOutAsync(int times)
    {
        for (var i = 1; i <= times; i++)
        {
            await _machine.Awaiting(Wait(i));
            _machine.Advance(Wait(i));
        }
    }

    private static TimeSpan Wait(int tries) => TimeSpan.FromSeconds(1 + (tries / 10.0));

    private static async Task BecomesAsync(AccessTokens tokens, string wanted)
    {
        while (await tokens.GetAsync(default) != wanted)
        {
            await Task.Yield();
        }
    }
}
