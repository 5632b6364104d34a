namespace OfficerBot.Protocol.Activities;

/// <summary>How several attachments lie; list when absent.</summary>
public static class AttachmentLayoutTypes
{
    public const string List = "list";
    public const string Carousel = "carousel";
}
