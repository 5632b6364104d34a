namespace OfficerBot.Protocol.Activities;

/// <summary>What a button does.</summary>
public static class ActionTypes
{
    public const string OpenUrl = "openUrl";
    public const string ImBack = "imBack";
    public const string PostBack = "postBack";
    public const string MessageBack = "messageBack";
    public const string DownloadFile = "downloadFile";
    public const string ShowImage = "showImage";
}
