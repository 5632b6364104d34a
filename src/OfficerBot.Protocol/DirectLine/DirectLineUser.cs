namespace OfficerBot.Protocol.DirectLine;

/// <summary>Who speaks. <paramref name="Name"/> is what a token vouches for, or null; the client's own from.name is never in it.</summary>
public sealed record DirectLineUser(string Id, string? Name = null);
