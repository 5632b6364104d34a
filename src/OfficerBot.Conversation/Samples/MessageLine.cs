using System.Text.RegularExpressions;

namespace OfficerBot.Conversation.Samples;

/// <summary>A line on which somebody does something: <c>周晓燕 in group #a: …</c>, <c>周晓燕 edits #a: …</c>, <c>周晓燕 taps undo</c>.</summary>
internal sealed partial record MessageLine(Speaker Who, bool InGroup, string Verb, string? Label, string Text)
{
    /// <summary>Reads the line; null when it is none.</summary>
    public static MessageLine? Parse(string line)
    {
        var match = Spoken().Match(line);
        match = match.Success ? match : Silent().Match(line);
        if (!match.Success)
        {
            return null;
        }

        var label = match.Groups["label"].Value;
        return new(
            Speaker.Parse(match.Groups["who"].Value.Trim()), match.Groups["group"].Success, match.Groups["verb"].Value,
            label.Length == 0 ? null : label, match.Groups["text"].Value.Trim());
    }

    /// <summary>The step, once the lines below were joined to its text.</summary>
    public ChatStep ToStep(int line, string text) => Verb switch
    {
        "edits" => new ChatStep.Edits(line, Who, InGroup, Label, text),
        "deletes" => new ChatStep.Deletes(line, Who, InGroup, Label),
        "taps" => new ChatStep.Taps(line, Who, InGroup, text),
        "joins" => new ChatStep.Joins(line, Who, InGroup),
        _ => Says(line, text),
    };

    private ChatStep.Says Says(int line, string text)
    {
        var attachments = Attachment().Matches(text).Select(m => new ChatAttachment(m.Groups["kind"].Value == "picture", m.Groups["name"].Value)).ToList();
        var repliesTo = Verb.StartsWith("replies", StringComparison.Ordinal) ? Label ?? "" : null;
        return new(line, Who, InGroup, repliesTo is null ? Label : null, Attachment().Replace(text, "").Trim(), attachments) { RepliesTo = repliesTo };
    }

    [GeneratedRegex("^(?<who>[^:：]+?)(?<group> in group)?( (?<verb>edits|replies to( answer)?))?( #(?<label>[a-z0-9]+))?\\s*[:：](?<text>.*)$")]
    private static partial Regex Spoken();

    [GeneratedRegex("^(?<who>[^:：]+?)(?<group> in group)? (?<verb>deletes|taps|joins)( #(?<label>[a-z0-9]+))?(?<text> .*)?$")]
    private static partial Regex Silent();

    [GeneratedRegex("\\[(?<kind>picture|file) (?<name>[^\\]]+)\\]")]
    private static partial Regex Attachment();
}
