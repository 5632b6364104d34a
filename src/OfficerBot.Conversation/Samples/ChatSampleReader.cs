using NodaTime;
using NodaTime.Text;
using OfficerBot.Conversation.Content;
using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Samples;

/// <summary>Reads the lines of one sample; the syntax is described in <c>dialogs/README.md</c>.</summary>
internal sealed class ChatSampleReader(string file, ICollection<Problem> problems)
{
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd H:mm");
    private static readonly LocalTimePattern TimeOfDay = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    private readonly List<ChatStep> _steps = [];
    private LocalDateTime? _clock;
    private LocalDateTime _now;
    private string _notice = "default";
    private string _about = "";
    private int _line;

    /// <summary>Reads all lines.</summary>
    public ChatSample Read(string[] lines, string name, string locale)
    {
        for (_line = 1; _line <= lines.Length; _line++)
        {
            ReadLine(lines);
        }

        if (_clock is null)
        {
            problems.Add(new(file, 1, "A sample begins with its clock, for example: clock: 2020-09-16 09:10"));
        }

        return new(name, locale, _about, _clock ?? default, _notice, _steps);
    }

    private void ReadLine(string[] lines)
    {
        var line = lines[_line - 1].TrimEnd();
        switch (line)
        {
            case "":
                break;
            case ['#', .. var comment]:
                _about = _about.Length == 0 ? comment.Trim() : _about;
                break;
            case ['>', '>', .. var words]:
                AddWords(words.Trim());
                break;
            case ['>', .. var expected]:
                AddExpected(expected.Trim());
                break;
            case "silence":
                Change(s => s with { IsSilent = true });
                break;
            default:
                ReadStep(line, lines);
                break;
        }
    }

    private void ReadStep(string line, string[] lines)
    {
        if (After(line, "clock:") is { } clock)
        {
            _clock = _now = ClockOf(clock);
        }
        else if (After(line, "notice:") is { } notice)
        {
            _notice = notice;
        }
        else if (After(line, "later:") is { } later)
        {
            MoveTo(SpanText.Parse(later) is { } span ? _now.PlusSeconds((long)span.TotalSeconds) : null, "Write how much later as 45m, 2h or 1d.");
        }
        else if (After(line, "at ") is { } at)
        {
            MoveTo(MomentOf(at), "Write a time after the one before, as 11:12 or 2020-09-17 09:00.");
        }
        else if (MessageLine.Parse(line) is { } message)
        {
            AddMessage(message, lines);
        }
        else
        {
            problems.Add(new(file, _line, "This line is none of: somebody's words (周晓燕 in group: …), an expectation (> reply_name), silence, later:, at, clock:, notice:, # …"));
        }
    }

    private LocalDateTime ClockOf(string text)
    {
        var moment = Moment.Parse(text);
        if (!moment.Success)
        {
            problems.Add(new(file, _line, "Write the clock as 2020-09-16 09:10."));
        }

        return moment.Success ? moment.Value : default;
    }

    private static string? After(string line, string start) => line.StartsWith(start, StringComparison.Ordinal) ? line[start.Length..].Trim() : null;

    private LocalDateTime? MomentOf(string text)
    {
        if (Moment.Parse(text) is { Success: true } moment)
        {
            return moment.Value;
        }

        return TimeOfDay.Parse(text) is { Success: true } time ? _now.Date.At(time.Value) : null;
    }

    private void MoveTo(LocalDateTime? to, string hint)
    {
        if (to is not { } moment || moment < _now)
        {
            problems.Add(new(file, _line, hint));
            return;
        }

        _now = moment;
        _steps.Add(new ChatStep.Clock(_line, moment));
    }

    private void AddMessage(MessageLine message, string[] lines)
    {
        var at = _line;
        var text = message.Text;
        while (_line < lines.Length && lines[_line].StartsWith("  ", StringComparison.Ordinal))
        {
            text += (text.Length == 0 ? "" : "\n") + lines[_line++][2..].TrimEnd();
        }

        _steps.Add(message.ToStep(at, text));
    }

    private void AddExpected(string text)
    {
        if (text is "…" or "...")
        {
            Change(s => s with { AllowsMore = true });
            return;
        }

        var expected = ExpectedLine.Parse(text, _line);
        if (expected is null)
        {
            problems.Add(new(file, _line, "An expectation is: > reply_name value=… other=\"with spaces\" to group, or to 周晓燕."));
            return;
        }

        Change(s => s with { Expected = [.. s.Expected, expected] });
    }

    private void AddWords(string words) => Change(s =>
    {
        if (s.Expected.Count == 0)
        {
            problems.Add(new(file, _line, "Words (>>) belong below the expectation (> reply_name) whose text holds them."));
            return s;
        }

        var last = s.Expected[^1];
        return s with { Expected = [.. s.Expected.Take(s.Expected.Count - 1), last with { Words = [.. last.Words, words] }] };
    });

    private void Change(Func<ChatStep, ChatStep> change)
    {
        if (_steps.Count == 0)
        {
            problems.Add(new(file, _line, "Nothing has happened yet that this could be the answer to."));
            return;
        }

        _steps[^1] = change(_steps[^1]);
    }
}
