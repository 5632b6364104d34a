namespace OfficerBot.Protocol.Authentication;

/// <summary>Somebody whose tokens are believed.</summary>
/// <param name="Metadata">OpenID metadata that name the address of the keys; https, or http on this machine.</param>
/// <param name="Names">The issuers these keys may speak for, compared letter by letter (mind the slash at the end of sts.windows.net).</param>
public sealed record TokenIssuer(Uri Metadata, IReadOnlyList<string> Names);
