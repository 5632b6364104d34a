namespace OfficerBot.Mail.Smtp;

/// <summary>What a server says it can do.</summary>
internal sealed class SmtpOffer
{
    private readonly Dictionary<string, string[]> _words = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Reads an answer to EHLO. Unknown lines ("coremail …") are passed over; "AUTH=LOGIN PLAIN" (old Outlook's form, the
    /// only one some Coremail servers send) counts like "AUTH LOGIN PLAIN".
    /// </summary>
    public SmtpOffer(SmtpReply reply)
    {
        foreach (var line in reply.Lines.Skip(1))
        {
            var words = line.Split([' ', '='], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0)
            {
                _words[words[0]] = [.. _words.GetValueOrDefault(words[0], []), .. words[1..]];
            }
        }
    }

    public bool HasStartTls => _words.ContainsKey("STARTTLS");

    public bool HasDsn => _words.ContainsKey("DSN");

    public bool HasSize => _words.ContainsKey("SIZE");

    /// <summary>Octets; absent: no fixed limit told.</summary>
    public long? MaxSize => _words.GetValueOrDefault("SIZE") is [var text, ..] && long.TryParse(text, out var size) && size > 0 ? size : null;

    public bool Offers(string mechanism) =>
        _words.GetValueOrDefault("AUTH", []).Contains(mechanism, StringComparer.OrdinalIgnoreCase);
}
