namespace OfficerBot.Protocol.DirectLine;

/// <summary>A file that came with a post.</summary>
/// <param name="Id">Under which <see cref="IAttachmentStore"/> must find it; unguessable, already part of the address in the activity.</param>
/// <param name="Name">As the sender called it, without folders and control characters, at most 120 characters.</param>
/// <param name="ContentType">Found by looking at the bytes, never taken from the sender.</param>
/// <param name="Bytes">At most 10 MiB.</param>
public sealed record Upload(string Id, string Name, string ContentType, byte[] Bytes);
