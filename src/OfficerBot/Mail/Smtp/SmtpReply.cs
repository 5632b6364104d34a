using System.Text.RegularExpressions;

namespace OfficerBot.Mail.Smtp;

/// <summary>One whole answer of a server.</summary>
/// <param name="Code">Three digits.</param>
/// <param name="Lines">The text of each line after code and separator; at least one.</param>
public sealed partial record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    private const int MaxWords = 2_000;

    /// <summary>All lines as the server wrote them, code included, controls blanked, cut at 2,000 characters.</summary>
    public string Words
    {
        get
        {
            var text = string.Join('\n', Lines.Select((line, i) => $"{Code:000}{(i < Lines.Count - 1 ? '-' : ' ')}{line}".TrimEnd()));
            return text.Length > MaxWords ? text[..MaxWords] : text;
        }
    }

    /// <summary>RFC 3463, e.g. "5.7.8"; absent where the server does not use them.</summary>
    public string? EnhancedCode => EnhancedPattern().Match(Lines[^1]) is { Success: true } found ? found.Value : null;

    public bool IsPositive => Code is >= 200 and < 300;

    public bool IsTransient => Code is >= 400 and < 500;

    public bool IsPermanent => Code is >= 500 and < 600;

    /// <summary>The name under which the server has queued the letter: Postfix and NetEase, Exim, Sendmail. Absent: not told.</summary>
    public string? QueueId
    {
        get
        {
            var found = QueuePattern().Match(string.Join(' ', Lines));
            return found.Success && found.Groups["id"].Value.TrimEnd('.', ',', ';') is { Length: > 0 } id ? id : null;
        }
    }

    [GeneratedRegex(@"^[245]\.\d{1,3}\.\d{1,3}(?=\s|$)")]
    private static partial Regex EnhancedPattern();

    [GeneratedRegex(@"queued as (?<id>\S+)|\bid=(?<id>\S+)|^2\.\d\.\d (?<id>\S+) Message accepted", RegexOptions.IgnoreCase)]
    private static partial Regex QueuePattern();
}
