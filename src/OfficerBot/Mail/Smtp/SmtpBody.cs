namespace OfficerBot.Mail.Smtp;

/// <summary>A letter as it goes over the line after DATA, without the final dot.</summary>
internal static class SmtpBody
{
    /// <summary>
    /// Every line end becomes CRLF (a bare CR or LF is how a second message is smuggled in), a line that starts with a dot
    /// gets another (RFC 5321 §4.5.2), and the last line is ended.
    /// </summary>
    public static byte[] Encode(ReadOnlySpan<byte> message)
    {
        var body = new MemoryStream(message.Length + 1_024);
        while (!message.IsEmpty)
        {
            var end = message.IndexOfAny((byte)'\r', (byte)'\n');
            var line = end < 0 ? message : message[..end];
            if (line.StartsWith("."u8))
            {
                body.WriteByte((byte)'.');
            }

            body.Write(line);
            body.Write("\r\n"u8);
            message = end < 0 ? [] : message[(end + (message[end..].StartsWith("\r\n"u8) ? 2 : 1))..];
        }

        return body.ToArray();
    }
}
