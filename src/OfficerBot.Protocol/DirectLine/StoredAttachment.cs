namespace OfficerBot.Protocol.DirectLine;

/// <summary>A file as it is given to a browser.</summary>
public sealed record StoredAttachment(string Name, string ContentType, ReadOnlyMemory<byte> Bytes);
