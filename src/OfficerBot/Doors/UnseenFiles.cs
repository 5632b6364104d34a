using System.Text.Json;
using System.Text.RegularExpressions;
using OfficerBot.Protocol.Activities;

namespace OfficerBot.Doors;

/// <summary>
/// Files that Teams shows in a message and does not hand to bots: what is attached in a group or channel comes as a mark in the message's HTML and nothing
/// else (learn.microsoft.com, "Send and receive files using bot": files work in personal chats only). Pasted pictures come beside the HTML, and are no such files.
/// </summary>
internal static partial class UnseenFiles
{
    /// <summary>Longer HTML is no message of a person.</summary>
    private const int LongestHtml = 100_000;

    private const string EndOfQuote = "</blockquote>";

    /// <summary>True when the message shows more files and pictures than came with it.</summary>
    public static bool AreIn(Activity activity)
    {
        if (activity.Attachments is not { Count: > 0 } attachments || activity.ChannelId is not { } channel || Channels.WithoutSubChannel(channel) != Channels.MsTeams)
        {
            return false;
        }

        var shown = attachments.Sum(ShownIn);
        return shown > 0 && shown > attachments.Count(IncomingFiles.IsOne);
    }

    // What a quoted message shows came with that one.
    private static int ShownIn(Attachment attachment)
    {
        if (attachment.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) != true
            || attachment.Content is not { ValueKind: JsonValueKind.String } content || content.GetString() is not { Length: <= LongestHtml } html)
        {
            return 0;
        }

        var quoted = html.LastIndexOf(EndOfQuote, StringComparison.OrdinalIgnoreCase);
        return Shown().Count(quoted < 0 ? html : html[(quoted + EndOfQuote.Length)..]);
    }

    // A file's mark has a GUID, a quoted message's a number; of pictures those that people paste, no emoji and stickers.
    [GeneratedRegex(
        "<attachment\\b[^>]*\\bid=\"[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}\"|<img\\b[^>]*(itemtype=\"http://schema\\.skype\\.com/AMSImage\"|/hostedContents/)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Shown();
}
