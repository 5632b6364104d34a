using System.Text;
using OfficerBot.Conversation.Content;

namespace OfficerBot.Conversation.Understanding.Content;

/// <summary>Reads one rule line: elements, weight, conditions, settings.</summary>
internal sealed class RuleLine(WordBook book, List<ContentProblem> problems, string file, int line)
{
    private const string Forms = "Write: + class .. class 80 needs addressed sets op=add. A word itself goes in quotation marks.";
    private readonly List<Element> _elements = [];
    private readonly List<int[]> _with = [];
    private readonly List<int> _without = [];
    private bool _anchored;
    private Gap _gap;
    private string? _capture;

    /// <summary>The rule, or null when it has a mistake (then told in the problems).</summary>
    public Rule? Read(string intent, string text, int sign)
    {
        var tokens = Tokens(text);
        var weightAt = tokens.FindIndex(t => int.TryParse(t, out _));
        if (weightAt <= 0)
        {
            problems.Add(new(file, line, "A rule needs words and then a weight.", Forms));
            return null;
        }

        var before = problems.Count;
        tokens.Take(weightAt).ToList().ForEach(ReadElement);
        if (_capture is not null || _gap != Gap.None)
        {
            _elements.Add(new([], Gap.Any, false, _capture));
        }

        var clauses = tokens[(weightAt + 1)..];
        var (last, quoting) = (Kinds(clauses, "last:"), Kinds(clauses, "quoting:"));
        var (needs, pending, sets) = ReadClauses([.. clauses.Select(t => IsKinds(t, "last:") ? "last" : IsKinds(t, "quoting:") ? "quoting" : t)]);
        var weight = sign * Math.Abs(int.Parse(tokens[weightAt]));
        return problems.Count > before
            ? null
            : new(intent, _anchored, [.. _elements], weight, needs, pending, sets, $"{file}:{line}") { With = [.. _with], Without = [.. _without], LastKinds = last, QuotingKinds = quoting };
    }

    private static bool IsKinds(string token, string name) => token.StartsWith(name, StringComparison.Ordinal);

    private static List<string> Kinds(List<string> clauses, string name) =>
        [.. clauses.Where(t => IsKinds(t, name)).SelectMany(t => t[name.Length..].Split('|'))];

    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        var token = new StringBuilder();
        var quoted = false;
        foreach (var c in text)
        {
            quoted ^= c == '"';
            if (c == ' ' && !quoted)
            {
                Flush();
            }
            else
            {
                token.Append(c);
            }
        }

        Flush();
        return tokens;

        void Flush()
        {
            if (token.Length > 0)
            {
                tokens.Add(token.ToString());
                token.Clear();
            }
        }
    }

    private void ReadElement(string token)
    {
        switch (token)
        {
            case "^":
                _anchored = true;
                break;
            case "..":
                _gap = Gap.Short;
                break;
            case "...":
                _gap = Gap.Any;
                break;
            case "$":
                Push([], false);
                break;
            case ['{', .., '}']:
                ReadCapture(token[1..^1]);
                break;
            default:
                ReadClasses(token);
                break;
        }
    }

    private void ReadCapture(string slot)
    {
        if (!SlotNames.All.Contains(slot))
        {
            problems.Add(new(file, line, $"There is no slot “{slot}”.", "Slots: " + string.Join(", ", SlotNames.All)));
        }

        (_capture, _gap) = (slot, Gap.Any);
    }

    private void ReadClasses(string token)
    {
        var optional = token.Length > 1 && token[^1] == '?';
        Push(Alternatives(optional ? token[..^1] : token), optional);
    }

    private int[] Alternatives(string token) => [.. token.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(ClassOf).OfType<int>()];

    private int? ClassOf(string name)
    {
        if (name.Length > 2 && name[0] == '"' && name[^1] == '"')
        {
            var id = book.Declare(name);
            book.Add(id, name[1..^1]);
            book.Use(id);
            return id;
        }

        if (book.Find(name) is { } known)
        {
            book.Use(known);
            return known;
        }

        var near = Nearest.To(name, book.Names);
        problems.Add(new(file, line, $"There is no word class “{name}”.", near is null ? Forms : $"Did you mean “{near}”? " + Forms));
        return null;
    }

    private void Push(int[] classes, bool optional)
    {
        _elements.Add(new(classes, _gap, optional, _capture));
        (_gap, _capture) = (Gap.None, null);
    }

    private (Needs Needs, List<string> Pending, List<(string Slot, string Value)> Sets) ReadClauses(List<string> tokens)
    {
        var needs = Needs.Nothing;
        var pending = new List<string>();
        var sets = new List<(string Slot, string Value)>();
        var mode = "";
        foreach (var token in tokens)
        {
            if (token is "needs" or "sets" or "with" or "without")
            {
                mode = token;
            }
            else if (mode == "with")
            {
                _with.Add(Alternatives(token));
            }
            else if (mode == "without")
            {
                _without.AddRange(Alternatives(token));
            }
            else if (mode == "needs" && token.StartsWith("pending:", StringComparison.Ordinal))
            {
                needs |= Needs.Pending;
                pending.AddRange(token[8..].Split('|'));
            }
            else if (mode == "needs" && Enum.TryParse<Needs>(token, true, out var need))
            {
                needs |= need;
            }
            else if (mode == "sets" && token.Split('=', 2) is [var slot, var value] && SlotNames.All.Contains(slot))
            {
                sets.Add((slot, value));
            }
            else
            {
                problems.Add(new(
                    file, line, $"“{token}” is not understood after the weight.",
                    "Allowed: with CLASS, without CLASS, needs addressed|personal|group|unaddressed|pending|pending:KIND|last|last:INTENT|quoting|quoting:lead|person|free|brief, and sets slot=value."));
            }
        }

        return (needs, pending, sets);
    }
}
