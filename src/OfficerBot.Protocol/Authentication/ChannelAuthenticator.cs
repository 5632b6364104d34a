using Microsoft.Extensions.Primitives;

namespace OfficerBot.Protocol.Authentication;

/// <summary>Tells who calls <c>POST /api/messages</c>. Whatever it cannot prove it refuses.</summary>
public sealed class ChannelAuthenticator(AuthenticationSettings settings)
{
    private static readonly Authentication Anybody = new Authentication.Accepted(new Caller(null, _ => null) { IsProved = false });
    private static readonly Authentication Closed = new Authentication.Refused(401, "closed");

    /// <summary>True while it takes anybody's word; then the door itself has to see to it that only this machine calls.</summary>
    public bool IsAnonymous => settings.IsAnonymous;

    /// <summary>Reads and checks the token. Never throws for input.</summary>
    /// <param name="authorization">The <c>Authorization</c> headers of the request as they came.</param>
    public ValueTask<Authentication> AuthenticateAsync(StringValues authorization, CancellationToken cancel) =>
        ValueTask.FromResult(settings.IsAnonymous ? Anybody : Closed);
}
