using System.Buffers.Text;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using OfficerBot.Protocol.Authentication;
using OfficerBot.Tests.Protocol.Host;
using OfficerBot.Tokens;
using Xunit.Abstractions;
using Authenticated = OfficerBot.Protocol.Authentication.Authentication;

namespace OfficerBot.Tests.Protocol.Authentication;

public sealed class TokenTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_bad_token_is_refused_for_its_reason_and_every_good_one_passes()
    {
        await using var house = await AuthenticatorUnderTest.OpenAsync();
        using var authenticator = house.New();
        var cases = BadTokens.Of(house.Forge, "x").Concat(GoodTokens.Of(house.Forge, "x")).ToList();
        var found = new List<string>();
        foreach (var one in cases)
        {
            found.Add($"{one.Name}: {(await AuthenticatorUnderTest.RefusalOfAsync(authenticator, one))?.Reason}");
        }

        found.Should().Equal(cases.Select(c => $"{c.Name}: {c.Reason}"));
        cases.Count(c => c.Reason is not null).Should().BeGreaterThan(60);
    }

    [Fact]
    public async Task Taking_any_one_check_out_lets_something_bad_in()
    {
        await using var house = await AuthenticatorUnderTest.OpenAsync();
        var bad = BadTokens.Of(house.Forge, "x");
        var survivors = new List<string>();
        foreach (var check in CheckList.All)
        {
            using var weakened = house.New(without: check.Reason);
            var entered = await EnteredAsync(weakened, bad);
            output.WriteLine($"without {check.Reason}: {string.Join("; ", entered)}");
            if (entered.Count == 0)
            {
                survivors.Add(check.Reason);
            }
        }

        survivors.Should().BeEmpty("a check that no bad token needs is not shown to work");
        CheckList.All.Select(c => c.Reason).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Without_an_app_id_the_door_is_closed_and_nobody_is_asked_for_keys()
    {
        await using var house = await AuthenticatorUnderTest.OpenAsync();
        using var closed = house.New(house.Settings with { AppId = null });
        (await closed.AuthenticateAsync("Bearer " + house.Forge.Token(), default)).Should().Be(new Authenticated.Refused(401, "closed"));
        await closed.KeepKeysAsync(default);
        house.Server.Fetches.Should().Be(0);
    }

    [Fact]
    public async Task Entra_tokens_are_nobodys_unless_somebody_is_allowed()
    {
        await using var house = await AuthenticatorUnderTest.OpenAsync();
        using var strict = house.New(house.Settings with { AllowEmulator = false, AllowedCallers = [] });
        foreach (var one in GoodTokens.Of(house.Forge, "x").Where(c => c.Name.Contains("emulator") || c.Name.Contains("Entra")))
        {
            (await AuthenticatorUnderTest.RefusalOfAsync(strict, one)).Should().Be(new Authenticated.Refused(401, "unknown-issuer"), one.Name);
        }

        house.Server.Fetches.Should().Be(0, "an issuer that nobody trusts is not worth a look");
        using var channels = house.New(house.Settings with { AllowEmulator = false });
        var emulator = GoodTokens.Of(house.Forge, "x").First(c => c.Name == "of the emulator");
        (await AuthenticatorUnderTest.RefusalOfAsync(channels, emulator)).Should().Be(new Authenticated.Refused(403, "unknown-caller"));
    }

    [Theory]
    [InlineData(EndorsementRule.Require, false, false)]
    [InlineData(EndorsementRule.WhenPresent, true, false)]
    [InlineData(EndorsementRule.Off, true, true)]
    public async Task Endorsements_are_asked_for_as_the_setting_says(EndorsementRule rule, bool bare, bool foreign)
    {
        await using var house = await AuthenticatorUnderTest.OpenAsync();
        using var authenticator = house.New(house.Settings with { Endorsements = rule });
        (await EntersAsync(TokenForge.ForNobody)).Should().Be(bare);
        (await EntersAsync(TokenForge.ForWebChat)).Should().Be(foreign);

        async Task<bool> EntersAsync(PublishedKey key) => await AuthenticatorUnderTest.RefusalOfAsync(
            authenticator, new("", null, ["Bearer " + house.Forge.Token(key: key)], TokenForge.Message("x"))) is null;
    }

    [Fact]
    public async Task Who_called_is_written_by_us()
    {
        await using var house = await AuthenticatorUnderTest.OpenAsync();
        using var authenticator = house.New();
        (await CallerAsync(house.Forge.Token())).CallerId.Should().Be("urn:botframework:azure");
        (await CallerAsync(house.Forge.EntraToken("1.0", TokenForge.AppId))).CallerId.Should().Be($"urn:botframework:aadappid:{TokenForge.AppId}");

        async Task<Caller> CallerAsync(string token) => ((Authenticated.Accepted)await authenticator.AuthenticateAsync("Bearer " + token, default)).Caller;
    }

    /// <summary>A measurement for people: how much of a processor one token costs. Nothing is asserted, the machine is shared.</summary>
    [Fact]
    public async Task What_a_token_costs_is_told()
    {
        await using var house = await AuthenticatorUnderTest.OpenAsync();
        using var authenticator = house.New();
        var tokens = Enumerable.Range(0, 2000).Select(n => "Bearer " + house.Forge.Token(c => c["jti"] = $"{n}")).ToList();
        var process = Process.GetCurrentProcess();
        foreach (var round in Enumerable.Range(0, 4))
        {
            var (whole, bytes) = await CostAsync(async token =>
            {
                if (await authenticator.AuthenticateAsync(token, default) is Authenticated.Refused)
                {
                    throw new InvalidOperationException("refused");
                }
            });
            var (bare, _) = await CostAsync(token =>
            {
                var end = token.LastIndexOf('.');
                TokenForge.First.Rsa.VerifyData(Encoding.ASCII.GetBytes(token[7..end]), Base64Url.DecodeFromChars(token.AsSpan(end + 1)), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
                return Task.CompletedTask;
            });
            output.WriteLine($"round {round}: {whole:0.0} us and {bytes} bytes a token, of which the bare signature {bare:0.0} us");
        }

        async Task<(double Microseconds, long Bytes)> CostAsync(Func<string, Task> one)
        {
            process.Refresh();
            var (cpu, allocated) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes());
            foreach (var token in tokens)
            {
                await one(token);
            }

            process.Refresh();
            return ((process.TotalProcessorTime - cpu).TotalMicroseconds / tokens.Count, (GC.GetTotalAllocatedBytes() - allocated) / tokens.Count);
        }
    }

    private static async Task<List<string>> EnteredAsync(ChannelAuthenticator authenticator, IEnumerable<TokenCase> bad)
    {
        var entered = new List<string>();
        foreach (var one in bad)
        {
            if (await AuthenticatorUnderTest.RefusalOfAsync(authenticator, one) is null)
            {
                entered.Add(one.Name);
            }
        }

        return entered;
    }
}
