using System.Text;

namespace OfficerBot.Mail;

/// <summary>Reads back the Date of a letter that our own writer made.</summary>
internal static class LetterDate
{
    /// <summary>As "2020-09-16_112003" in the letter's own offset; "undated" when there is none.</summary>
    public static string Of(ReadOnlySpan<byte> message)
    {
        var head = Encoding.Latin1.GetString(message[..Math.Min(message.Length, 4_096)]);
        var line = head.Split("\r\n").FirstOrDefault(one => one.StartsWith("Date: ", StringComparison.OrdinalIgnoreCase));
        return line is not null && DateTimeOffset.TryParseExact(
            line[6..].Insert(line.Length - 8, ":"), "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToString("yyyy-MM-dd_HHmmss", CultureInfo.InvariantCulture)
            : "undated";
    }
}
