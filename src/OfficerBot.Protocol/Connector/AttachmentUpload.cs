namespace OfficerBot.Protocol.Connector;

/// <summary>A file to be given into the channel's keeping.</summary>
/// <param name="Type">Its content type.</param>
public sealed record AttachmentUpload(string Type, string Name, byte[] OriginalBase64, byte[]? ThumbnailBase64 = null);
