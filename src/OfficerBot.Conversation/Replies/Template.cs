using System.Text;

namespace OfficerBot.Conversation.Replies;

/// <summary>
/// One wording, parsed once. <c>{value}</c> is replaced, <c>{value:form}</c> in a given form, <c>{{</c> and <c>}}</c> are braces. A line that holds
/// nothing but values is left out when they are all empty.
/// </summary>
public sealed class Template
{
    private Template(IReadOnlyList<IReadOnlyList<Part>> lines)
    {
        Lines = lines;
    }

    /// <summary>A wording that says nothing.</summary>
    public static Template Empty { get; } = new([]);

    /// <summary>The parts of each line.</summary>
    internal IReadOnlyList<IReadOnlyList<Part>> Lines { get; }

    /// <summary>Every value used.</summary>
    internal IEnumerable<Part> Values => Lines.SelectMany(l => l).Where(p => p.IsValue);

    /// <summary>Parses a wording; null and a reason when its braces do not close.</summary>
    public static (Template? Template, string? Reason) Parse(string text)
    {
        var lines = new List<IReadOnlyList<Part>>();
        foreach (var line in text.Split('\n'))
        {
            var (parts, reason) = ParseLine(line);
            if (parts is null)
            {
                return (null, reason);
            }

            lines.Add(parts);
        }

        return (new(lines), null);
    }

    /// <summary>Makes the text.</summary>
    /// <param name="say">The text of a value in a form (null: the usual one).</param>
    internal string Render(Func<Part, string> say)
    {
        if (Lines is [[{ IsValue: false } only]])
        {
            return only.Text;
        }

        var text = new StringBuilder();
        foreach (var line in Lines)
        {
            AppendLine(text, line, say);
        }

        return text.ToString();
    }

    private static void AppendLine(StringBuilder text, IReadOnlyList<Part> line, Func<Part, string> say)
    {
        var start = text.Length;
        if (start > 0)
        {
            text.Append('\n');
        }

        var isSaid = line.Count == 0;
        foreach (var part in line)
        {
            var piece = part.IsValue ? say(part) : part.Text;
            text.Append(piece.StartsWith('。') && text.Length > start && text[^1] == '…' ? piece.AsSpan(1) : piece); // a title cut short ends the sentence itself
            isSaid |= piece.Length > 0 && (part.IsValue || !string.IsNullOrWhiteSpace(piece));
        }

        if (!isSaid)
        {
            text.Length = start;
        }
    }

    private static (List<Part>? Parts, string? Reason) ParseLine(string line)
    {
        var parts = new List<Part>();
        var plain = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            var isDoubled = i + 1 < line.Length && line[i + 1] == line[i];
            if (line[i] is not ('{' or '}') || isDoubled)
            {
                plain.Append(line[i]);
                i += line[i] is '{' or '}' ? 1 : 0;
                continue;
            }

            var end = line.IndexOf('}', i);
            if (line[i] == '}' || end < 0)
            {
                return (null, "A brace is not closed. Write {value}, or {{ for a brace itself.");
            }

            AddPlain(parts, plain);
            parts.Add(Part.Value(line[(i + 1)..end]));
            i = end;
        }

        AddPlain(parts, plain);
        return (parts, null);
    }

    private static void AddPlain(List<Part> parts, StringBuilder plain)
    {
        if (plain.Length > 0)
        {
            parts.Add(new(plain.ToString(), false, []));
            plain.Clear();
        }
    }
}

/// <summary>A piece of a wording: plain text, or the name of a value with its form.</summary>
/// <param name="Text">The text, or the value's name.</param>
/// <param name="Forms">What stands after the colon, split at |; empty for none.</param>
internal sealed record Part(string Text, bool IsValue, IReadOnlyList<string> Forms)
{
    /// <summary>The one form, or null.</summary>
    public string? Form => Forms.Count == 0 ? null : Forms[0];

    /// <summary>Reads what stands between braces.</summary>
    public static Part Value(string inside)
    {
        var colon = inside.IndexOf(':');
        return colon < 0 ? new(inside.Trim(), true, []) : new(inside[..colon].Trim(), true, inside[(colon + 1)..].Split('|'));
    }
}
