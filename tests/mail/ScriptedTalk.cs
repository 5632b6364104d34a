using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace OfficerBot.Mailing;

/// <summary>One connection to a <see cref="ScriptedSmtpServer"/>.</summary>
internal sealed class ScriptedTalk(ScriptedSmtpServer server, SmtpScript script, Socket socket) : IAsyncDisposable
{
    private readonly byte[] _read = new byte[16_384];
    private int _next;
    private int _have;
    private Stream _stream = new NetworkStream(socket, ownsSocket: true);

    public async Task RunAsync(CancellationToken closing)
    {
        try
        {
            await (script.IsTlsFromTheStart ? SecureAsync(closing) : Task.CompletedTask);
            if (await ActAsync("connect", "220 mx.example.org ESMTP", closing))
            {
                await ConverseAsync(closing);
            }
        }
        catch (Exception over) when (over is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            // The client went away, would not have our certificate, or the test is over.
        }
        finally
        {
            await DisposeAsync();
        }
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async Task ConverseAsync(CancellationToken closing)
    {
        while (await LineAsync(closing) is { } line)
        {
            server.Commands.Enqueue(line);
            var verb = line.Split(' ')[0].ToUpperInvariant();
            var goesOn = verb switch
            {
                "EHLO" => await ActAsync(verb, Hello(), closing),
                "STARTTLS" => await ActAsync(verb, "220 2.0.0 ready", closing) && (!Says(verb, "220") || await SecureAsync(closing)),
                "AUTH" when line.Equals("AUTH LOGIN", StringComparison.Ordinal) && !script.Acts.ContainsKey("AUTH") => await AskLoginAsync(closing),
                "AUTH" => await ActAsync(verb, "235 2.7.0 Authentication successful", closing),
                "RCPT" => await ActAsync(script.Acts.Keys.FirstOrDefault(key => line.StartsWith(key, StringComparison.Ordinal)) ?? verb, "250 2.1.5 Ok", closing),
                "DATA" => await ActAsync(verb, "354 End data with <CR><LF>.<CR><LF>", closing) && (!Says(verb, "354") || await BodyAsync(closing)),
                "QUIT" => await ActAsync(verb, "221 2.0.0 Bye", closing) && false,
                _ => await ActAsync(verb, "250 2.1.0 Ok", closing),
            };
            if (!goesOn)
            {
                return;
            }
        }
    }

    private string Hello()
    {
        string[] lines = ["mx.example.org", .. script.Offers, .. script.Certificate is not null && _stream is not SslStream ? ["STARTTLS"] : Array.Empty<string>()];
        return string.Join("\r\n", lines.Select((line, i) => $"250{(i < lines.Length - 1 ? '-' : ' ')}{line}"));
    }

    private async Task<bool> AskLoginAsync(CancellationToken closing)
    {
        foreach (var question in (string[])["334 VXNlcm5hbWU6", "334 UGFzc3dvcmQ6"])
        {
            await SayAsync(Encoding.ASCII.GetBytes(question + "\r\n"), closing);
            server.Commands.Enqueue(await LineAsync(closing) ?? throw new IOException("The client left."));
        }

        return await ActAsync("LOGIN", "235 2.7.0 Authentication successful", closing);
    }

    private async Task<bool> BodyAsync(CancellationToken closing)
    {
        if (script.Acts.ContainsKey("body"))
        {
            return await ActAsync("body", "", closing);
        }

        var text = new StringBuilder();
        while (await LineAsync(closing) is { } line)
        {
            if (line == ".")
            {
                server.Taken.Enqueue(new TakenMail(text.ToString()));
                return await ActAsync("dot", "250 2.0.0 Ok: queued as 4XyZ0123", closing);
            }

            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return false;
    }

    /// <summary>Does what the script says for this point, or says the given reply; answers whether the talk goes on.</summary>
    private async Task<bool> ActAsync(string point, string reply, CancellationToken closing)
    {
        var act = script.Acts.GetValueOrDefault(point) ?? PeerAct.Say(reply);
        server.Note(point);
        await SayAsync(act.Says, closing);
        if (act.Hangs)
        {
            await new TaskCompletionSource().Task.WaitAsync(closing);
        }

        if (act.Drops)
        {
            socket.Close(0); // at once, with a reset when bytes are still unread
        }

        return !act.Drops;
    }

    /// <summary>Whether what was said at this point lets the client go on as it meant to.</summary>
    private bool Says(string point, string code) =>
        script.Acts.GetValueOrDefault(point) is not { } act || act.Says.AsSpan().StartsWith(Encoding.ASCII.GetBytes(code));

    private async Task SayAsync(byte[] bytes, CancellationToken closing)
    {
        await _stream.WriteAsync(bytes, closing);
        await _stream.FlushAsync(closing);
    }

    private async Task<bool> SecureAsync(CancellationToken closing)
    {
        var secure = new SslStream(_stream);
        _stream = secure;
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = script.Certificate }, closing);
        return true;
    }

    /// <summary>Up to CRLF, octet by octet as Latin-1; only CRLF ends a line, so a bare LF would show. Null: the client left.</summary>
    private async Task<string?> LineAsync(CancellationToken closing)
    {
        var line = new List<byte>();
        while (await OctetAsync(closing) is { } octet)
        {
            line.Add(octet);
            if (line is [.., (byte)'\r', (byte)'\n'])
            {
                return Encoding.Latin1.GetString([.. line], 0, line.Count - 2);
            }
        }

        return null;
    }

    private async Task<byte?> OctetAsync(CancellationToken closing)
    {
        if (_next == _have)
        {
            (_next, _have) = (0, await _stream.ReadAsync(_read, closing));
        }

        return _have == 0 ? null : _read[_next++];
    }
}
