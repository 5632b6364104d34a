namespace OfficerBot.Protocol.Authentication;

/// <summary>One way of proving who calls: its issuers and their keys.</summary>
internal sealed record TokenPath(TokenIssuer Issuer, bool IsEntra, SigningKeys Keys);
