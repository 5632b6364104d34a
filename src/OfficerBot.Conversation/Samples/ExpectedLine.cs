using System.Text.RegularExpressions;

namespace OfficerBot.Conversation.Samples;

/// <summary>Reads an expectation: <c>lead_filed number=0916-01 unit="Baisha Town" to group</c>.</summary>
internal static partial class ExpectedLine
{
    /// <summary>The expectation; null when the line is none.</summary>
    /// <param name="text">What stands behind the &gt;.</param>
    public static ExpectedReply? Parse(string text, int line)
    {
        var match = Line().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var values = match.Groups["value"].Captures.Select(c => c.Value.Trim().Split('=', 2)).Select(v => KeyValuePair.Create(v[0], v[1].Trim('"')));
        var to = match.Groups["to"].Value.Trim();
        bool? inGroup = to.Length == 0 ? null : to == "group";
        return new(line, match.Groups["reply"].Value, [.. values], inGroup, inGroup is false ? Speaker.Parse(to) : null, []);
    }

    [GeneratedRegex("^(?<reply>[a-z][a-z0-9_]*)(?<value>\\s+[a-z0-9_.]+=(\"[^\"]*\"|\\S+))*(\\s+to\\s+(?<to>.+))?$")]
    private static partial Regex Line();
}
