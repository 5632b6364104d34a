using System.Text;
using System.Text.RegularExpressions;

namespace OfficerBot.Scenarios.Mail;

/// <summary>A letter as it lies in the mailbox, with what the server wrote above it.</summary>
public sealed partial record StoredMail(byte[] Bytes)
{
    /// <summary>With its angle brackets, as in the header; empty when there is none.</summary>
    public string MessageId => Header("Message-ID");

    /// <summary>Whom it was delivered to.</summary>
    public string Recipient => Header("Delivered-To");

    /// <summary>The server's name for it while it was on its way.</summary>
    public string QueueId => QueuePattern().Match(Header("Received")).Groups[1].Value;

    /// <summary>The first header of this name, unfolded, undecoded.</summary>
    public string Header(string name)
    {
        var head = Encoding.Latin1.GetString(Bytes).ReplaceLineEndings("\n").Split("\n\n", 2)[0].Replace("\n ", " ").Replace("\n\t", " ");
        var line = head.Split('\n').FirstOrDefault(one => one.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase));
        return line?[(name.Length + 1)..].Trim() ?? "";
    }

    [GeneratedRegex(@"with ESMTPS?A? id (\w+)")]
    private static partial Regex QueuePattern();
}
