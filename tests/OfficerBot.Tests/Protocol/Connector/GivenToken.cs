using OfficerBot.Protocol.Connector;

namespace OfficerBot.Tests.Protocol.Connector;

/// <summary>Tokens "t1", "t2" …: a new one after each that is dropped.</summary>
public sealed class GivenToken : IAccessTokens
{
    private int _number = 1;

    public ValueTask<string?> GetAsync(CancellationToken cancel) => new($"t{_number}");

    public void Drop(string token) => _number += token == $"t{_number}" ? 1 : 0;
}
