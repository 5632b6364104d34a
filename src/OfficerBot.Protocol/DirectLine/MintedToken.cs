namespace OfficerBot.Protocol.DirectLine;

/// <summary>A token to hand to a browser, and its life in seconds.</summary>
public sealed record MintedToken(string Token, int ExpiresIn);
