namespace OfficerBot.Conversation.Understanding.Content;

/// <summary>Reads a *.rule file: intent, prefer, slots, take, + and - rules, = and ! examples.</summary>
internal sealed class RuleFile(string name, WordBook book, Dictionary<string, IntentRules> intents, List<Example> examples, List<ContentProblem> problems)
{
    private const string Forms = "A line begins with: intent, prefer, slots, take, + (for), - (against), = (example), ! (counter-example), or #.";
    private IntentRules? _intent;
    private int _line;

    /// <summary>Reads all lines; what is wrong goes into the problems.</summary>
    public void Read(IReadOnlyList<string> lines)
    {
        for (_line = 1; _line <= lines.Count; _line++)
        {
            var line = Lines.Strip(lines[_line - 1]);
            if (line.Length > 0)
            {
                ReadLine(line);
            }
        }
    }

    private void ReadLine(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var (word, rest) = space < 0 ? (line, "") : (line[..space], line[(space + 1)..].Trim());
        if (word == "intent" && rest.Length > 0)
        {
            _intent = intents.TryGetValue(rest, out var known) ? known : intents[rest] = new(rest);
        }
        else if (_intent is null)
        {
            Tell("The first line must name the intent.", "Example: intent who_missing");
        }
        else
        {
            ReadInside(_intent, word, rest);
        }
    }

    private void ReadInside(IntentRules intent, string word, string rest)
    {
        switch (word)
        {
            case "prefer" when rest is "past" or "future":
                intent.Prefer = rest;
                break;
            case "slots":
                ReadSlots(intent, rest);
                break;
            case "take":
                ReadTake(intent, rest.Split(' ', StringSplitOptions.RemoveEmptyEntries));
                break;
            case "+" or "-":
                ReadRule(intent, word == "+" ? 1 : -1, rest);
                break;
            case "=" or "!":
                ReadExample(intent, word == "!", rest);
                break;
            default:
                Tell($"“{word}” does not begin a line here.", Forms);
                break;
        }
    }

    private void ReadSlots(IntentRules intent, string rest)
    {
        foreach (var slot in rest.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!SlotNames.All.Contains(slot))
            {
                Tell($"There is no slot “{slot}”.", "Slots: " + string.Join(", ", SlotNames.All));
            }

            intent.Slots.Add(slot);
        }
    }

    private void ReadTake(IntentRules intent, string[] words)
    {
        if (words is [var slot, var className] && SlotNames.All.Contains(slot) && book.Find(className) is { } id)
        {
            book.Use(id);
            intent.Takes.Add((slot, id));
        }
        else
        {
            Tell("This take line names no slot or no word class.", "Example: take platform 网络");
        }
    }

    private void ReadRule(IntentRules intent, int sign, string rest)
    {
        if (new RuleLine(book, problems, name, _line).Read(intent.Name, rest, sign) is { } rule)
        {
            (sign > 0 ? intent.For : intent.Against).Add(rule);
        }
    }

    private void ReadExample(IntentRules intent, bool counter, string rest)
    {
        var arrow = rest.LastIndexOf("->", StringComparison.Ordinal);
        var slots = arrow < 0 ? null : rest[(arrow + 2)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (slots is not null && slots.Any(s => !s.Contains('=', StringComparison.Ordinal)))
        {
            Tell("After -> come slots.", "Example: -> range=today units=白沙镇");
            return;
        }

        var (setting, asked, text) = Setting((arrow < 0 ? rest : rest[..arrow]).Trim());
        var pairs = slots?.Select(s => s.Split('=', 2)).Select(p => (p[0], p[1])).ToList();
        examples.Add(new(intent.Name, text.Replace("\\n", "\n", StringComparison.Ordinal), counter, setting, Kind(asked, "pending:"), pairs, name, _line)
        {
            Last = Kind(asked, "last:"), Quoting = Kind(asked, "quoting:"),
        });
    }

    private static string? Kind(string? asked, string name) => asked?.StartsWith(name, StringComparison.Ordinal) == true ? asked[name.Length..] : null;

    private static (Needs Setting, string? Asked, string Text) Setting(string text)
    {
        var close = text.IndexOf("] ", StringComparison.Ordinal);
        if (!text.StartsWith('[') || close < 0)
        {
            return (Needs.Personal, null, text);
        }

        var inside = text[1..close];
        var rest = text[(close + 2)..].Trim();
        return inside switch
        {
            "group" => (Needs.Group, null, rest),
            "mentioned" => (Needs.Group | Needs.Addressed, null, rest),
            _ when inside.StartsWith("last:", StringComparison.Ordinal) || inside.StartsWith("pending:", StringComparison.Ordinal)
                || inside.StartsWith("quoting:", StringComparison.Ordinal) => (Needs.Personal, inside, rest),
            _ => (Needs.Personal, null, text),
        };
    }

    private void Tell(string what, string allowed) => problems.Add(new(name, _line, what, allowed));
}
