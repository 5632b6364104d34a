using System.Text;
using OfficerBot.Settings;

namespace OfficerBot.Mail.Smtp;

/// <summary>
/// The talk that hands over one letter: each step answers null to go on, or the outcome that ends it. What breaks the line
/// comes out as an exception, for <see cref="SmtpSubmission"/> to judge by the stage reached.
/// </summary>
internal sealed class SmtpSession(SmtpLine line, SmtpSettings settings, Envelope envelope, ReadOnlyMemory<byte> body)
{
    private readonly List<RejectedRecipient> _rejected = [];
    private SmtpOffer _offer = new(new SmtpReply(250, [""]));

    public async Task<SmtpOutcome> RunAsync()
    {
        var outcome = await OpenAsync() ?? await SecureAsync() ?? await LogInAsync() ?? await AddressAsync() ?? await SendAsync();
        await line.QuitAsync();
        return outcome;
    }

    private async Task<SmtpOutcome?> OpenAsync()
    {
        await line.ConnectAsync();
        if (settings.Security == MailSecurity.None && !line.IsOnLoopback)
        {
            return Mistake(SmtpMistake.PlainOnlyOnLoopback, "The server is not on this machine, so mail to it must be encrypted.");
        }

        if (settings.Security == MailSecurity.Tls)
        {
            await line.SecureAsync();
        }

        var greeting = await line.GreetingAsync();
        return greeting.Code == 220 ? await HelloAsync() : SmtpVerdict.Of(line.Stage, greeting);
    }

    private async Task<SmtpOutcome?> HelloAsync()
    {
        var reply = await line.AskAsync(SmtpStage.Hello, "EHLO " + (settings.HelloName ?? line.AddressLiteral));
        _offer = new SmtpOffer(reply);
        return reply.IsPositive ? null : SmtpVerdict.Of(line.Stage, reply);
    }

    private async Task<SmtpOutcome?> SecureAsync()
    {
        if (settings.Security != MailSecurity.StartTls)
        {
            return null;
        }

        if (!_offer.HasStartTls)
        {
            return Mistake(SmtpMistake.NoTlsOffered, "The server does not offer STARTTLS.");
        }

        var reply = await line.AskAsync(SmtpStage.StartTls, "STARTTLS");
        if (reply.Code != 220)
        {
            return SmtpVerdict.Of(line.Stage, reply);
        }

        // Answers put on the line before the handshake would be taken for answers from inside it (CVE-2011-0411 and kin).
        if (line.HasUnreadBytes)
        {
            return Mistake(SmtpMistake.BytesBeforeTls, "Bytes came between STARTTLS and the handshake.");
        }

        await line.SecureAsync();
        return await HelloAsync();
    }

    private async Task<SmtpOutcome?> LogInAsync()
    {
        if (settings.User is not { Length: > 0 } user)
        {
            return null;
        }

        var password = settings.Password ?? "";
        if (!_offer.Offers("PLAIN") && !_offer.Offers("LOGIN"))
        {
            return Mistake(SmtpMistake.NoLoginOffered, "The server offers neither AUTH PLAIN nor AUTH LOGIN.");
        }

        var reply = _offer.Offers("PLAIN") ? await line.AskAsync(SmtpStage.Login, "AUTH PLAIN " + Base64($"\0{user}\0{password}")) : null;
        if (reply is null or { Code: 504 } && _offer.Offers("LOGIN"))
        {
            reply = await LogInByQuestionsAsync(user, password);
        }

        return reply!.Code == 235 ? null : SmtpVerdict.Of(line.Stage, reply); // one of the two was offered, so there is a reply
    }

    private async Task<SmtpReply> LogInByQuestionsAsync(string user, string password)
    {
        var reply = await line.AskAsync(SmtpStage.Login, "AUTH LOGIN");
        reply = reply.Code == 334 ? await line.AskAsync(SmtpStage.Login, Base64(user)) : reply;
        return reply.Code == 334 ? await line.AskAsync(SmtpStage.Login, Base64(password)) : reply;
    }

    private async Task<SmtpOutcome?> AddressAsync()
    {
        if (_offer.MaxSize is { } max && body.Length > max)
        {
            return new SmtpOutcome.Permanent(line.Stage, $"The letter has {body.Length} octets; the server takes SIZE {max}.");
        }

        var size = _offer.HasSize ? $" SIZE={body.Length}" : "";
        var notice = _offer.HasDsn ? $" RET=HDRS ENVID={Xtext(envelope.EnvelopeId)}" : "";
        var reply = await line.AskAsync(SmtpStage.Sender, $"MAIL FROM:<{envelope.From}>{size}{notice}");
        return reply.IsPositive ? await RecipientsAsync() : SmtpVerdict.Of(line.Stage, reply);
    }

    private async Task<SmtpOutcome?> RecipientsAsync()
    {
        foreach (var address in envelope.To)
        {
            var notice = _offer.HasDsn ? $" NOTIFY=FAILURE,DELAY ORCPT=rfc822;{Xtext(address.Value)}" : "";
            var reply = await line.AskAsync(SmtpStage.Recipients, $"RCPT TO:<{address}>{notice}");
            if (!reply.IsPositive)
            {
                _rejected.Add(new RejectedRecipient(address, reply));
            }
        }

        // With no one left, a refusal that may pass speaks for all: the letter waits rather than dies.
        return _rejected.Count < envelope.To.Count
            ? null
            : SmtpVerdict.Of(line.Stage, (_rejected.Find(one => one.Reply.IsTransient) ?? _rejected[0]).Reply);
    }

    private async Task<SmtpOutcome> SendAsync()
    {
        var ready = await line.AskAsync(SmtpStage.Data, "DATA");
        if (ready.Code != 354)
        {
            return SmtpVerdict.Of(line.Stage, ready);
        }

        await line.BodyAsync(body);
        var reply = await line.FinalDotAsync();
        return reply.IsPositive ? new SmtpOutcome.Accepted(reply, _rejected) : SmtpVerdict.Of(line.Stage, reply);
    }

    private SmtpOutcome.ConfigError Mistake(SmtpMistake mistake, string words) => new(line.Stage, mistake, words);

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>RFC 3461 §4: printable ASCII but "+" and "=", anything else as "+" and two hex digits.</summary>
    private static string Xtext(string text) => string.Concat(Encoding.ASCII.GetBytes(text)
        .Select(b => b is > 32 and < 127 and not (byte)'+' and not (byte)'=' ? $"{(char)b}" : $"+{b:X2}"));
}
