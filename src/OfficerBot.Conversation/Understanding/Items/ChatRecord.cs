using NodaTime;

namespace OfficerBot.Conversation.Understanding.Items;

/// <summary>One message of a pasted chat record.</summary>
/// <param name="Sender">As written; not matched with the roster.</param>
/// <param name="Time">When it was written; null where the record does not say.</param>
/// <param name="Date">The day; null where the record does not say (then the last one said before counts).</param>
/// <param name="Text">What was written, without outer blanks.</param>
public sealed record ChatLine(string Sender, LocalTime? Time, LocalDate? Date, string Text);

/// <summary>
/// Splits chat records as people copy them out of WeChat and its kin: <c>name 09:12</c> or <c>name 9/16 09:12:33</c> and the text below;
/// <c>2020-09-16 09:12 name</c>; <c>name:</c> and the text below or behind; with date lines and merged-forward headings between.
/// </summary>
public static class ChatRecord
{
    private static readonly string[] Headings = ["群聊的聊天记录", "的聊天记录", "聊天记录", "Chat History"];
    private static readonly char[] Blanks = [' ', '\t', '\u3000', '\u00a0'];

    /// <summary>The messages, in order; fewer than two (or none with a time where several share a line) means it is not a record.</summary>
    /// <param name="year">The year of dates that are written without one.</param>
    public static IReadOnlyList<ChatLine> Split(string text, int year)
    {
        var untimed = !text.Split('\n').Any(l => ChatHead.Read(l.Trim(), year, untimed: false) is not null);
        var messages = new Messages();
        foreach (var line in text.Split('\n').Select(l => l.Trim().Trim(Blanks)).Where(l => l.Length > 0 && !IsHeading(l)))
        {
            if (ChatHead.DateLine(line, year) is { } date)
            {
                messages.Day = date;
            }
            else if (ChatHead.Read(line, year, untimed) is { } head)
            {
                messages.Open(head);
            }
            else
            {
                messages.Add(line);
            }
        }

        return messages.Close();
    }

    /// <summary>True when a text is a chat record: two messages with a sender, at least one with a time, or a forward's heading.</summary>
    public static bool Is(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal) || text.Length > 200_000)
        {
            return false;
        }

        var lines = Split(text, 2000);
        var timed = lines.Count(l => l.Time is not null);
        return timed >= 2 || (timed == 1 && lines.Count == 1 && ChatHead.Read(text.Split('\n')[0].Trim(), 2000, untimed: false)?.Time is not null) || (lines.Count >= 2 && StartsWithHeading(text));
    }

    private static bool StartsWithHeading(string text) => IsHeading(text.TrimStart().Split('\n')[0].Trim());

    private static bool IsHeading(string line)
        => line.Length < 40 && (Headings.Any(h => line.EndsWith(h, StringComparison.OrdinalIgnoreCase) || line.EndsWith(h + "：", StringComparison.Ordinal) || line.EndsWith(h + "】", StringComparison.Ordinal) || line.EndsWith(h + "]", StringComparison.Ordinal)) || line.All(c => c is '-' or '—' or '=' or '·' or ' ' or '…'));

    /// <summary>The messages read so far, the last of them open for further lines.</summary>
    private sealed class Messages
    {
        private readonly List<ChatLine> _found = [];
        private readonly List<string> _body = [];
        private ChatLine? _open;

        /// <summary>The day said last.</summary>
        public LocalDate? Day { get; set; }

        public void Open(ChatLine head)
        {
            Close();
            Day = head.Date ?? Day;
            _open = head with { Date = Day };
        }

        public void Add(string line) => _body.Add(line);

        /// <summary>All messages that say something.</summary>
        public List<ChatLine> Close()
        {
            var words = _open is null ? "" : string.Join("\n", _body.Prepend(_open.Text).Where(t => t.Length > 0));
            if (words.Length > 0)
            {
                _found.Add(_open! with { Text = words }); // words are of an open one
            }

            _open = null;
            _body.Clear();
            return _found;
        }
    }
}
