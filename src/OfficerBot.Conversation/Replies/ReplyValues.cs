using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;

namespace OfficerBot.Conversation.Replies;

/// <summary>The values of a reply as JSON, kept beside what was rendered in the outgoing row.</summary>
public static class ReplyValues
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// An object with the values' contract names. Dates and times are <c>2020-09-16</c>, <c>11:12</c>, <c>2020-09-16 11:12</c>, spans <c>1h28m</c>,
    /// names an object per locale; a reply inside is its own object with its name under <c>reply</c>.
    /// </summary>
    public static string ToJson(Reply reply)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            WriteReply(json, reply, isInner: false);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteReply(Utf8JsonWriter json, Reply reply, bool isInner)
    {
        var shape = ReplyShape.Of(reply);
        json.WriteStartObject();
        if (isInner)
        {
            json.WriteString("reply", shape.Name);
        }

        foreach (var name in shape.Values)
        {
            json.WritePropertyName(name);
            WriteValue(json, shape.Read(reply, name));
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case Reply inner:
                WriteReply(json, inner, isInner: true);
                break;
            case IReadOnlyDictionary<string, string> names:
                WriteNames(json, names);
                break;
            case IEnumerable<object> many:
                WriteMany(json, many);
                break;
            default:
                json.WriteStringValue(Text(value));
                break;
        }
    }

    private static string Text(object value) => value switch
    {
        string text => text,
        LocalDate date => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        LocalTime time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        LocalDateTime moment => moment.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture),
        Duration span => SpanText.Format(span),
        _ => throw new ArgumentException($"{value.GetType()} is not a type of value a reply may have."),
    };

    private static void WriteNames(Utf8JsonWriter json, IReadOnlyDictionary<string, string> names)
    {
        json.WriteStartObject();
        foreach (var (locale, name) in names)
        {
            json.WriteString(locale, name);
        }

        json.WriteEndObject();
    }

    private static void WriteMany(Utf8JsonWriter json, IEnumerable<object> many)
    {
        json.WriteStartArray();
        foreach (var one in many)
        {
            WriteValue(json, one);
        }

        json.WriteEndArray();
    }
}
