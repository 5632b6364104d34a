using Microsoft.IdentityModel.Tokens;

namespace OfficerBot.Protocol.Authentication;

/// <summary>One way of proving who calls: its issuers, their keys, and the validator's parameters, made once.</summary>
internal sealed record TokenPath(TokenIssuer Issuer, bool IsEntra, SigningKeys Keys, TokenValidationParameters Parameters);
