using OfficerBot.Protocol.Connector;

namespace OfficerBot.Tests.Protocol.Connector;

/// <summary>Gives token after token, each when the test lets it.</summary>
internal sealed class SteppedAuthority : ITokenAuthority
{
    private int _asked;

    public int Asked => Volatile.Read(ref _asked);

    public Task Until { get; set; } = Task.CompletedTask;

    public async Task<FreshToken> AskAsync(CancellationToken cancel)
    {
        var number = Interlocked.Increment(ref _asked);
        await Until;
        return new($"token-{number}", TimeSpan.FromHours(1));
    }
}
