using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OfficerBot.Wiring;

namespace OfficerBot.Commands;

/// <summary>Files with a JSON object a line, as the corpora are written: each line is answered with one.</summary>
internal static class JsonLines
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Prints the answer to every line that is not blank; stops with its number at the first that has none.</summary>
    /// <param name="answer">Null for a line that is not what is read here.</param>
    /// <param name="wanted">What a line needs, told to who wrote another one.</param>
    /// <returns>The exit code.</returns>
    public static int Print(string file, Func<JsonObject, JsonObject?> answer, string wanted)
    {
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (Row(line) is not { } row || answer(row) is not { } answered)
            {
                return Refusal.Print([$"{file}:{number}: {wanted}"]);
            }

            Console.WriteLine(answered.ToJsonString(Plain));
        }

        return 0;
    }

    /// <summary>The text under a name; null when there is none.</summary>
    public static string? Text(JsonObject row, string name) => row[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonObject? Row(string line)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject;
        }
        catch (JsonException)
        {
            return null; // told with its line by the caller
        }
    }
}
