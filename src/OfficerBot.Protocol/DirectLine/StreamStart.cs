namespace OfficerBot.Protocol.DirectLine;

/// <summary>Where a stream begins (after this change), and until when it may last.</summary>
internal sealed record StreamStart(long Position, DateTimeOffset Expires);
