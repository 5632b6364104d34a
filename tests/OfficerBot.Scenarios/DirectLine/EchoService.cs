using OfficerBot.Tests.Protocol.Host;

namespace OfficerBot.Scenarios.DirectLine;

/// <summary>The protocol alone, with a bot that echoes.</summary>
public sealed class EchoService : IServiceUnderTest
{
    private DirectLineServer server;

    private EchoService(DirectLineServer server) => this.server = server;

    public Uri Root => server.Root;

    public string Secret => DirectLineServer.Secret;

    public static async Task<IServiceUnderTest> StartAsync() => new EchoService(await DirectLineServer.StartAsync());

    public async Task RestartAsync() => server = await server.RestartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
