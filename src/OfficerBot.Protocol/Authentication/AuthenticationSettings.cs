using OfficerBot.Protocol.Connector;

namespace OfficerBot.Protocol.Authentication;

/// <summary>Whom to believe at the channels' door.</summary>
public sealed record AuthenticationSettings
{
    /// <summary>Our own app id, the audience of every token. Null: the door is closed, or anonymous.</summary>
    public string? AppId { get; init; }

    /// <summary>Takes anybody's word. Sample mode on this machine only, which the settings see to.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>Who signs for the channels.</summary>
    public TokenIssuer Channel { get; init; } = new(new Uri(Cloud.Public.ChannelMetadata), [Cloud.Public.ChannelIssuer]);

    /// <summary>Who signs for the emulator and for <see cref="AllowedCallers"/>; asked only when one of the two is allowed.</summary>
    public TokenIssuer Entra { get; init; } = new(new Uri(Cloud.Public.EntraMetadata), Cloud.Public.EntraIssuersOf(null));

    /// <summary>The mark of a channel on what it brings, <c>urn:botframework:azure</c>; null where none is defined.</summary>
    public string? CallerId { get; init; } = Cloud.Public.CallerId;

    /// <summary>Whether the emulator may call, which signs in as the bot itself. It is answered on this machine only.</summary>
    public bool AllowEmulator { get; init; }

    /// <summary>App ids that may call with Entra tokens: channels that have moved away from tokens of their own. Anyone else's bot is refused.</summary>
    public IReadOnlyList<string> AllowedCallers { get; init; } = [];

    /// <summary>Tenants whose people may speak to us; empty: all.</summary>
    public IReadOnlyList<string> AllowedTenants { get; init; } = [];

    /// <summary>Where we answer: what names another service address is refused, for no answer would ever go there.</summary>
    public ServiceUrlPolicy ServiceUrls { get; init; } = ServiceUrlPolicy.ForServices([]);

    /// <summary>The office's way out, by which keys are fetched; null: as the environment says.</summary>
    public OutboundProxy? Proxy { get; init; }

    /// <summary>See there.</summary>
    public EndorsementRule Endorsements { get; init; } = EndorsementRule.Require;
}
