using OfficerBot.Protocol.Activities;

namespace OfficerBot.Protocol.Authentication;

/// <summary>Everything known about a request at some point.</summary>
internal sealed record Evidence
{
    public required AuthenticationSettings Settings { get; init; }
    public required UnprovedToken Token { get; init; }

    /// <summary>Unix seconds of machine time.</summary>
    public required long Now { get; init; }

    /// <summary>The way this issuer is proved; null for an issuer nobody trusts.</summary>
    public TokenPath? Path { get; init; }
    public KeyRing? Ring { get; init; }

    /// <summary>The key the token names.</summary>
    public SigningKey? Key { get; init; }

    /// <summary>Null until the body has been read.</summary>
    public Activity? Activity { get; init; }

    /// <summary>App id of the program that calls with an Entra token.</summary>
    public string? CallingApp => Token.Version switch
    {
        "1.0" => Token.AppId,
        "2.0" => Token.AuthorizedParty,
        _ => Token.AppId ?? Token.AuthorizedParty,
    };

    /// <summary>The emulator signs in as the bot itself.</summary>
    public bool IsEmulator => Path is { IsEntra: true } && AppIds.AreSame(CallingApp, Settings.AppId);
}
