using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OfficerBot.Scenarios.Fuzz;

/// <summary>Changes to the structure of a JSON text: other types, nulls, depth, repeated and unknown names, texts of every kind, halves of characters.</summary>
internal static class JsonChanges
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };

    /// <summary>No JSON: ends the reading at once, so it comes seldom.</summary>
    private static readonly string[] Broken = ["NaN", "Infinity", "'x'", "\"x", "undefined", "01", "/*x*/1", "{\"id\":}", "[1,]"];

    private static readonly string[] Fixed =
    [
        "null", "true", "false", "0", "-0", "-1", "1.5", "1e400", "-1E-999", "99999999999999999999999", "9007199254740993", "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud83d x\"",
        "\"\\ud83d\"", "[]", "{}", "[null]", "[[]]", "{\"\":null}", "\"2026-13-45T99:99:99Z\"", "\"2020-09-16T08:30:00.123456789+14:00\"",
        "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59Z\"", "{\"id\":{}}", "{\"id\":\"\"}", "[{}]", "[0,null,\"\",[],{}]", "{\"tenant\":{\"id\":\"\\ud800\"}}", "\"none\"", "\"29:liaison\"", "\"message\"", "\"expectReplies\"", "\"emulator\"", "\"msteams:x\"",
    ];

    /// <summary>One to four changes.</summary>
    public static string Apply(string json, Chance chance)
    {
        var root = JsonNode.Parse(json)!; // given by us
        var raw = new List<(string Mark, string Text)>();
        for (var times = chance.Of(1, 1, 1, 2, 4); times > 0; times--)
        {
            Change(root, raw, chance);
        }

        var text = root.ToJsonString(Plain);
        return raw.Aggregate(text, (all, one) => all.Replace($"\"{one.Mark}\"", one.Text, StringComparison.Ordinal));
    }

    private static void Change(JsonNode root, List<(string Mark, string Text)> raw, Chance chance)
    {
        var places = Objects(root).ToList();
        var place = chance.Of<JsonObject>(places);
        var names = place.Select(m => m.Key).Where(n => !n.StartsWith("@@", StringComparison.Ordinal)).ToList();
        var name = names.Count > 0 ? chance.Of<string>(names) : "x";
        switch (chance.Below(14))
        {
            case 0:
                place.Remove(name);
                break;
            case 1: // the name again, before or after
                place[Marked(JsonSerializer.Serialize(name), raw)] = Marked(Oddity(chance), raw);
                break;
            case 2: // a name nobody knows
                place[Marked(chance.Of("\"zz\"", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"$type\"", "\"__proto__\"", "\"Type\"", "\"constructor\"", "\"@odata.type\""), raw)] = Marked(Oddity(chance), raw);
                break;
            case 3 or 4 or 5 or 6 when place[name] is JsonValue:
                place[name] = HostileText.Any(chance);
                break;
            case 7 when place[name] is { } value: // one deeper
                place[name] = chance.OneIn(2) ? new JsonArray(value.DeepClone()) : new JsonObject { [name] = value.DeepClone() };
                break;
            case 8 or 9 when place[name] is JsonArray { Count: > 0 } list:
                list.Add(list[0]?.DeepClone());
                list.Insert(0, Marked(Oddity(chance), raw));
                break;
            case 10:
                place[name] = Marked(Oddity(chance), raw);
                break;
            default: // of its own kind, as far as that goes
                place[name] = Marked(Like(place[name], chance), raw);
                break;
        }
    }

    // Stands in the tree as a text, and is exchanged for itself when the tree is written.
    private static string Marked(string text, List<(string Mark, string Text)> raw)
    {
        var mark = $"@@{raw.Count}@@";
        raw.Add((mark, text));
        return mark;
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject one => [one, .. one.SelectMany(m => Objects(m.Value))],
        JsonArray many => many.SelectMany(Objects),
        _ => [],
    };

    private static string Oddity(Chance chance) => chance.Below(24) switch
    {
        0 => Nested("[", "]", chance.Of(2, 5, 20, 60, 130, 20_000)),
        1 => Nested("{\"a\":", "}", chance.Of(2, 5, 20, 60, 130, 5_000), "1"),
        2 => $"\"{new string(chance.Of('x', '甲', ' '), chance.Of(300, 5_000, 60_000, 200_000))}\"",
        3 => $"[{string.Join(',', Enumerable.Repeat(chance.Of("0", "{}", "null", "{\"type\":\"mention\"}"), chance.Of(20, 500, 5_000)))}]",
        4 => $"{{{string.Join(',', Enumerable.Range(0, chance.Of(20, 500, 5_000)).Select(n => $"\"k{n}\":{n}"))}}}",
        5 => JsonSerializer.Serialize(HostileText.Any(chance), Plain),
        6 => chance.Of(Broken),
        7 or 8 or 9 => JsonSerializer.Serialize(HostileText.Any(chance), Plain),
        _ => chance.Of(Fixed),
    };

    private static string Like(JsonNode? value, Chance chance)
    {
        var first = value?.GetValueKind() switch
        {
            JsonValueKind.String => '"',
            JsonValueKind.Array => '[',
            JsonValueKind.Object => '{',
            _ => '\0',
        };
        var odd = Oddity(chance);
        for (var tries = 0; tries < 12 && first != '\0' && odd[0] != first; tries++)
        {
            odd = Oddity(chance);
        }

        return odd;
    }

    private static string Nested(string open, string close, int depth, string inside = "") =>
        string.Concat(Enumerable.Repeat(open, depth)) + inside + string.Concat(Enumerable.Repeat(close, depth));
}
