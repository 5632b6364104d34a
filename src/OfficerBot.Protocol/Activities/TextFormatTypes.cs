namespace OfficerBot.Protocol.Activities;

/// <summary>How <c>text</c> is to be read. Web Chat reads text without a format as Markdown, so text that holds somebody's words goes out as plain.</summary>
public static class TextFormatTypes
{
    public const string Plain = "plain";
    public const string Markdown = "markdown";
    public const string Xml = "xml";
}
