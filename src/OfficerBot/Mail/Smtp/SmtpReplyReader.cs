using System.Text;

namespace OfficerBot.Mail.Smtp;

/// <summary>
/// Reads replies from a stream that may send anything: lines of at most 4,096 octets (RFC 5321 asks for 512), at most
/// 128 lines a reply, each with the same code. Text is UTF-8, else GB18030, which older Coremail servers speak.
/// </summary>
internal sealed class SmtpReplyReader(Stream stream)
{
    private const int MaxLine = 4_096;
    private const int MaxLines = 128;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!; // built in, never absent

    private readonly byte[] _buffer = new byte[MaxLine];
    private int _start;
    private int _end;

    /// <summary>True when bytes are here that nobody has asked for.</summary>
    public bool HasMore => _end > _start;

    /// <summary>Throws <see cref="SmtpReplyException"/> for what is no reply, <see cref="IOException"/> when the line drops.</summary>
    public async Task<SmtpReply> ReadAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        int? code = null;
        while (true)
        {
            var line = await ReadLineAsync(cancellationToken);
            var (lineCode, isLast, text) = Parse(line);
            if (lineCode != (code ??= lineCode) || lines.Count == MaxLines)
            {
                throw new SmtpReplyException("The server's answer is not one reply.");
            }

            lines.Add(text);
            if (isLast)
            {
                return new SmtpReply(lineCode, lines);
            }
        }
    }

    private static (int Code, bool IsLast, string Text) Parse(string line)
    {
        var isReply = line.Length >= 3 && line[0] is >= '2' and <= '5' && char.IsAsciiDigit(line[1]) && char.IsAsciiDigit(line[2])
            && (line.Length == 3 || line[3] is ' ' or '-');
        return isReply
            ? (int.Parse(line[..3]), line.Length == 3 || line[3] == ' ', line.Length > 4 ? line[4..] : "")
            : throw new SmtpReplyException("The server's answer is not SMTP.");
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = Decode(_buffer.AsSpan(_start, length));
                _start += length + 1;
                return line;
            }

            await FillAsync(cancellationToken);
        }
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == MaxLine)
        {
            throw new SmtpReplyException("A line of the server's answer is longer than 4,096 octets.");
        }

        var count = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += count > 0 ? count : throw new EndOfStreamException("The server closed the connection.");
    }

    private static string Decode(ReadOnlySpan<byte> line)
    {
        var text = Text(line).TrimEnd('\r');
        return string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
    }

    private static string Text(ReadOnlySpan<byte> line)
    {
        try
        {
            return StrictUtf8.GetString(line);
        }
        catch (DecoderFallbackException)
        {
            return Chinese.GetString(line);
        }
    }
}
