using System.Text.Json;

namespace OfficerBot.Conversation.Samples;

/// <summary>An answer a sample expects: by name, with some of its values.</summary>
/// <param name="Reply">Its name in the contracts.</param>
/// <param name="Values">
/// Path and expected text. A path leads into inner replies and lists by dots: <c>unit</c>, <c>counts.missing</c>, <c>rows.2.unit</c>, <c>rows.count</c>;
/// an inner reply by itself is its name.
/// </param>
/// <param name="InGroup">Sent to the group; null where the sample does not say.</param>
/// <param name="To">Sent to this person in private; null where the sample does not say.</param>
/// <param name="Words">Parts of its text in the sample's own language, each on a line that begins with <c>&gt;&gt;</c>.</param>
public sealed record ExpectedReply(
    int Line, string Reply, IReadOnlyList<KeyValuePair<string, string>> Values, bool? InGroup, Speaker? To, IReadOnlyList<string> Words)
{
    /// <summary>Compares with an outgoing row.</summary>
    /// <param name="reply">The name the row keeps.</param>
    /// <param name="valuesJson">The values it keeps, as <see cref="Replies.ReplyValues.ToJson"/> wrote them.</param>
    /// <param name="text">What was rendered.</param>
    /// <returns>What differs; null when the answer is the expected one. Where it was sent is the runner's to compare.</returns>
    public string? Mismatch(string reply, string valuesJson, string text)
    {
        if (reply != Reply)
        {
            return $"expected {Reply}, got {reply}";
        }

        using var json = JsonDocument.Parse(valuesJson);
        foreach (var (path, expected) in Values)
        {
            var found = Find(json.RootElement, path);
            if (!found.Contains(expected))
            {
                return $"expected {Reply} {path}={expected}, got {(found.Count == 0 ? "no such value" : string.Join(" or ", found))}";
            }
        }

        return Words.FirstOrDefault(w => !text.Contains(w, StringComparison.Ordinal)) is { } missing ? $"expected the words “{missing}” in “{text}”" : null;
    }

    /// <summary>The texts a value may be written as: names fit in any language.</summary>
    private static List<string> Find(JsonElement element, string path)
    {
        foreach (var step in path.Split('.'))
        {
            if (step == "count" && element.ValueKind == JsonValueKind.Array)
            {
                return [element.GetArrayLength().ToString(CultureInfo.InvariantCulture)];
            }

            if (Step(element, step) is not { } next)
            {
                return [];
            }

            element = next;
        }

        return Texts(element);
    }

    private static JsonElement? Step(JsonElement element, string step) => element.ValueKind switch
    {
        JsonValueKind.Object => element.TryGetProperty(step, out var value) ? value : null,
        JsonValueKind.Array => int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1 && n <= element.GetArrayLength()
            ? element[n - 1]
            : null,
        _ => null,
    };

    private static List<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("reply", out var name) => [name.GetString() ?? ""],
        JsonValueKind.Object => [.. element.EnumerateObject().Select(p => p.Value.ToString())],
        JsonValueKind.Array => Lists(element),
        JsonValueKind.Null => ["none"],
        _ => [element.ToString()],
    };

    private static List<string> Lists(JsonElement array)
    {
        var items = array.EnumerateArray().Select(Texts).ToList();
        var widths = items.Count == 0 ? 1 : items.Max(i => i.Count);
        return [.. Enumerable.Range(0, widths).Select(w => string.Join('、', items.Select(i => i[Math.Min(w, i.Count - 1)])))];
    }
}
