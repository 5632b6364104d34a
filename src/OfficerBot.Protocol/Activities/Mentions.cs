using System.Net;
using System.Text;
using System.Text.Json;

namespace OfficerBot.Protocol.Activities;

/// <summary>
/// Mentions in what a channel brings. Whether somebody is mentioned is decided by entities alone: anybody can type <c>&lt;at&gt;</c> or a name.
/// </summary>
public static class Mentions
{
    /// <summary>More than anybody writes by hand; what lies beyond is left as it is.</summary>
    private const int Most = 100;

    /// <summary>Texts beyond this are no messages of people and stay as they came.</summary>
    private const int LongestText = 100_000;

    private const string Open = "<at";
    private const string Close = "</at>";

    /// <summary>What stands around a removed mention and means nothing without it.</summary>
    private static readonly char[] Separators = [' ', '\t', '\u00A0', ',', '，', ':', '：', '、'];

    private static readonly char[] Spaces = [' ', '\t', '\u00A0'];

    /// <summary>True when the receiver of the activity is mentioned in it.</summary>
    public static bool OfReceiver(Activity activity)
    {
        if (activity.Entities is not { Count: > 0 } entities || activity.Recipient?.Id is not { Length: > 0 } receiver)
        {
            return false;
        }

        for (var i = 0; i < entities.Count; i++)
        {
            if (IsMention(entities[i]) && Read(entities[i]).Id == receiver)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The text without mentions of the receiver, all of them, and with other people's plain names in the place of theirs. Text of Teams, in which names
    /// and signs are HTML, is decoded. Line breaks stay.
    /// </summary>
    public static string PlainText(Activity activity)
    {
        var text = activity.Text ?? "";
        var isTeams = activity.ChannelId is { } channel && Channels.WithoutSubChannel(channel) == Channels.MsTeams;
        if (text.Length is 0 or > LongestText || (!isTeams && activity.Entities is not { Count: > 0 }))
        {
            return text;
        }

        var mentions = (activity.Entities ?? []).Where(IsMention).Take(Most).Select(Read).ToList();
        foreach (var mention in mentions)
        {
            text = Without(text, mention, mention.Id is not null && mention.Id == activity.Recipient?.Id);
        }

        return isTeams ? Decoded(Untagged(text)) : mentions.Count > 0 ? text.Trim() : text;
    }

    /// <summary>The tag by which an outgoing text mentions somebody; its entity's text is the same.</summary>
    public static string Tag(string name) => $"{Open}>{NameIn(name)}{Close}";

    /// <summary>A name as it can stand in a tag: what would end the tag, or be read as another, is left out.</summary>
    public static string NameIn(string name) => string.Concat(name.Where(c => c is not ('<' or '>' or '&' or '"') && !char.IsControl(c)));

    private static bool IsMention(Entity entity) => string.Equals(entity.Type, "mention", StringComparison.OrdinalIgnoreCase) && entity.Properties is not null;

    private static Mention Read(Entity entity)
    {
        var who = entity.Properties!.TryGetValue("mentioned", out var mentioned) && mentioned.ValueKind == JsonValueKind.Object ? mentioned : default; // asked before
        return new(Text(who, "id"), Text(who, "name"), entity.Properties.TryGetValue("text", out var mark) && mark.ValueKind == JsonValueKind.String ? mark.GetString() : null);
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // An entity without text still says the name; Teams writes it HTML-encoded between the tags.
    private static string Without(string text, Mention mention, bool isReceiver)
    {
        if (mention.Mark is { Length: > 0 } mark)
        {
            return isReceiver ? Removed(text, mark) : text.Replace(mark, mention.Name is { Length: > 0 } name ? name : Untagged(mark).TrimStart('@'), StringComparison.OrdinalIgnoreCase);
        }

        if (!isReceiver || mention.Name is not { Length: > 0 } named)
        {
            return text;
        }

        var once = Removed(text, $"{Open}>{named}{Close}");
        var encoded = WebUtility.HtmlEncode(named);
        return encoded == named ? once : Removed(once, $"{Open}>{encoded}{Close}");
    }

    private static string Removed(string text, string mark)
    {
        var at = text.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        var from = 0;
        for (; at >= 0; at = text.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase))
        {
            Join(kept, text.AsSpan(from, at - from));
            from = at + mark.Length;
        }

        Join(kept, text.AsSpan(from));
        return kept.ToString().Trim(Spaces);
    }

    /// <summary>Puts one space where a mention stood between words, none at the edge of a line, and drops the comma after "@bot,".</summary>
    private static void Join(StringBuilder kept, ReadOnlySpan<char> next)
    {
        while (kept.Length > 0 && Spaces.Contains(kept[^1]))
        {
            kept.Length--;
        }

        while (next.StartsWith("&nbsp;", StringComparison.Ordinal) || (next.Length > 0 && (kept.Length == 0 ? Separators : Spaces).Contains(next[0])))
        {
            next = next[(next[0] == '&' ? 6 : 1)..];
        }

        if (kept.Length > 0 && kept[^1] != '\n' && next.Length > 0 && next[0] is not ('\n' or '\r'))
        {
            kept.Append(' ');
        }

        kept.Append(next);
    }

    /// <summary>Tags nobody vouches for: what is between them stays.</summary>
    private static string Untagged(string text)
    {
        if (!text.Contains(Close, StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        var from = 0;
        while (from < text.Length)
        {
            var open = text.IndexOf(Open, from, StringComparison.OrdinalIgnoreCase);
            var inner = open < 0 ? -1 : text.IndexOf('>', open);
            var close = inner < 0 ? -1 : text.IndexOf(Close, inner, StringComparison.OrdinalIgnoreCase);
            if (close < 0 || (text[open + Open.Length] is not ('>' or ' ')))
            {
                break;
            }

            plain.Append(text, from, open - from).Append(text, inner + 1, close - inner - 1);
            from = close + Close.Length;
        }

        return plain.Append(text, from, text.Length - from).ToString();
    }

    private static string Decoded(string text) =>
        (text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text).Replace('\u00A0', ' ').Trim();

    private sealed record Mention(string? Id, string? Name, string? Mark);
}
