using OfficerBot.Protocol.Authentication;
using OfficerBot.Tests.Protocol.Host;
using OfficerBot.Tokens;
using Authenticated = OfficerBot.Protocol.Authentication.Authentication;

namespace OfficerBot.Tests.Protocol.Authentication;

public sealed class SigningKeyTests : IAsyncLifetime
{
    private static readonly PublishedKey Fresh = new("k3") { Endorsements = ["msteams"] };

    private AuthenticatorUnderTest _house = null!; // set before each test
    private ChannelAuthenticator _authenticator = null!; // the same

    public async Task InitializeAsync()
    {
        _house = await AuthenticatorUnderTest.OpenAsync();
        _authenticator = _house.New();
    }

    public async Task DisposeAsync()
    {
        _authenticator.Dispose();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task The_first_token_under_a_new_key_is_right_at_once()
    {
        (await ReasonAsync(TokenForge.First)).Should().BeNull();
        Rotate();
        (await ReasonAsync(Fresh)).Should().BeNull();
        (await ReasonAsync(TokenForge.First)).Should().Be("unknown-key", "it is no longer published");
    }

    [Fact]
    public async Task A_flood_of_made_up_key_names_costs_two_looks_a_minute_and_a_real_new_key_waits_half_a_minute_at_most()
    {
        (await ReasonAsync(TokenForge.First)).Should().BeNull();
        var before = _house.Server.Fetches;
        for (var second = 0; second < 60; second++)
        {
            foreach (var n in Enumerable.Range(0, 5))
            {
                (await ReasonAsync(TokenForge.First, $"made-up-{second}-{n}")).Should().Be("unknown-key");
            }

            _house.Machine.Advance(TimeSpan.FromSeconds(1));
        }

        (_house.Server.Fetches - before).Should().BeInRange(1, 2);
        Rotate();
        _house.Machine.Advance(SigningKeys.Pause);
        (await ReasonAsync(Fresh)).Should().BeNull();
    }

    [Fact]
    public async Task Many_requests_at_once_share_one_look()
    {
        var reasons = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => ReasonAsync(TokenForge.First)));
        reasons.Should().OnlyContain(r => r == null);
        _house.Server.Fetches.Should().Be(1);
    }

    [Fact]
    public async Task While_the_issuer_is_down_the_last_good_keys_stay()
    {
        (await ReasonAsync(TokenForge.First)).Should().BeNull();
        _house.Server.IsDown = true;
        (await ReasonAsync(Fresh)).Should().Be("unknown-key");
        (await ReasonAsync(TokenForge.First)).Should().BeNull();
        _house.Server.IsDown = false;
        _house.Server.Keys["channel"] = [];
        _house.Machine.Advance(SigningKeys.Pause);
        (await ReasonAsync(Fresh)).Should().Be("unknown-key");
        (await ReasonAsync(TokenForge.First)).Should().BeNull("an empty set is no set");
    }

    [Fact]
    public async Task Without_any_keys_nobody_gets_in_and_nobody_is_blamed_and_it_heals_by_itself()
    {
        _house.Server.IsDown = true;
        (await _authenticator.AuthenticateAsync(Bearer(TokenForge.First), default)).Should().Be(new Authenticated.Refused(503, "keys-unavailable"));
        (await _authenticator.AuthenticateAsync(Bearer(TokenForge.First), default)).Should().Be(new Authenticated.Refused(503, "keys-unavailable"));
        _house.Server.Fetches.Should().Be(1, "the second did not look again");
        _house.Server.IsDown = false;
        _house.Machine.Advance(TimeSpan.FromSeconds(2));
        (await ReasonAsync(TokenForge.First)).Should().BeNull();
    }

    [Fact]
    public async Task Keys_are_there_before_the_first_message()
    {
        using var stop = new CancellationTokenSource();
        var keeping = _authenticator.KeepKeysAsync(stop.Token);
        while (_house.Server.Fetches < 2)
        {
            keeping.IsCompleted.Should().BeFalse();
            await Task.Yield();
        }

        (await ReasonAsync(TokenForge.First)).Should().BeNull();
        _house.Server.Fetches.Should().Be(2, "one for the channels and one for Entra, none for the message");
        await stop.CancelAsync();
        await keeping.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    [Theory]
    [InlineData("http://keys.example.org/keys")]
    [InlineData("ftp://127.0.0.1/keys")]
    [InlineData("keys")]
    [InlineData(null)]
    public async Task An_address_of_keys_that_anybody_could_change_is_not_asked(string? address)
    {
        _house.Server.KeysAddress = address ?? "";
        (await ReasonAsync(TokenForge.First)).Should().Be("keys-unavailable");
    }

    private void Rotate() => _house.Server.Keys["channel"] = [Fresh];

    private string Bearer(PublishedKey key, string? named = null) => "Bearer " + _house.Forge.Token(key: key, header: h => h["kid"] = named ?? key.Id);

    private async Task<string?> ReasonAsync(PublishedKey key, string? named = null) =>
        (await AuthenticatorUnderTest.RefusalOfAsync(_authenticator, new("", null, [Bearer(key, named)], TokenForge.Message("x"))))?.Reason;
}
