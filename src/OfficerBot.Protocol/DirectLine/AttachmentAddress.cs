namespace OfficerBot.Protocol.DirectLine;

/// <summary>
/// Addresses of files. In stored activities they begin at the root ("/v3/directline/attachments/..."), and each reader gets them with the
/// host name by which he reached us: so a service that moves keeps its old pictures.
/// </summary>
public static class AttachmentAddress
{
    internal const string Root = DirectLineEndpoints.Base + "/attachments/";

    /// <summary>For <see cref="Activities.Attachment.ContentUrl"/>; the name is only there to be read by people.</summary>
    public static string Of(string id, string name) => $"{Root}{id}/{Uri.EscapeDataString(name)}";
}
