namespace OfficerBot.Protocol.Connector;

/// <summary>A host's name led to addresses inside, where we do not go.</summary>
public sealed class ForbiddenAddressException() : IOException("The host has no address in the public internet.");
