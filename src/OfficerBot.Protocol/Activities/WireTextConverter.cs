using System.Text.Json;
using System.Text.Json.Serialization;

namespace OfficerBot.Protocol.Activities;

/// <summary>Reads any scalar as text, anything else as absent: for fields whose bad content must not reject an activity.</summary>
public sealed class WireTextConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var value = JsonDocument.ParseValue(ref reader);
        return value.RootElement.ValueKind switch
        {
            JsonValueKind.String => value.RootElement.GetString(),
            JsonValueKind.Number => value.RootElement.GetRawText(),
            _ => null,
        };
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
