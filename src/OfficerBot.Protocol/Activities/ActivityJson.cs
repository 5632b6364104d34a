using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OfficerBot.Protocol.Activities;

/// <summary>How activities are written and read: camelCase, no nulls, no empty arrays, unknown members kept, Chinese unescaped.</summary>
public static class ActivityJson
{
    /// <summary>Deepest nesting accepted; deeper input is malformed.</summary>
    public const int MaxDepth = 64;

    public static JsonSerializerOptions Options { get; } = MakeOptions();

    internal static JsonDocumentOptions Reading { get; } = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>For whoever writes parts of activities.</summary>
    public static JsonWriterOptions Writing { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonTypeInfo<Activity> TypeInfo { get; } = (JsonTypeInfo<Activity>)Options.GetTypeInfo(typeof(Activity));

    private static JsonTypeInfo<ChannelAccount> AccountInfo { get; } = (JsonTypeInfo<ChannelAccount>)Options.GetTypeInfo(typeof(ChannelAccount));

    private static JsonTypeInfo<ConversationAccount> ConversationInfo { get; } = (JsonTypeInfo<ConversationAccount>)Options.GetTypeInfo(typeof(ConversationAccount));

    public static string Write(Activity activity) => JsonSerializer.Serialize(activity, TypeInfo);

    /// <summary>The same text as a tree, for callers that go on to stamp it.</summary>
    public static JsonObject WriteObject(Activity activity) => JsonSerializer.SerializeToNode(activity, TypeInfo)!.AsObject(); // an object never serialises to null

    /// <summary>Reads what this program has written or already accepted; use <see cref="ActivityReader"/> for anything from outside.</summary>
    /// <exception cref="JsonException">The text is no activity.</exception>
    public static Activity Read(string json) =>
        JsonSerializer.Deserialize(json, TypeInfo) ?? throw new JsonException("null is no activity");

    /// <inheritdoc cref="Read(string)"/>
    public static Activity Read(JsonObject json) => Read(Write(json));

    /// <summary>A tree as text, under the same escaping.</summary>
    public static string Write(JsonNode json)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes an account as a member, with all that came with it; nothing for null.</summary>
    public static void WriteMember(Utf8JsonWriter json, string name, ChannelAccount? account)
    {
        if (account is not null)
        {
            json.WritePropertyName(name);
            JsonSerializer.Serialize(json, account, AccountInfo);
        }
    }

    /// <summary>The same for a conversation.</summary>
    public static void WriteMember(Utf8JsonWriter json, string name, ConversationAccount? conversation)
    {
        if (conversation is not null)
        {
            json.WritePropertyName(name);
            JsonSerializer.Serialize(json, conversation, ConversationInfo);
        }
    }

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            MaxDepth = MaxDepth,
            AllowDuplicateProperties = false,
            TypeInfoResolver = ActivityJsonContext.Default.WithAddedModifier(OmitEmptyLists),
        };
        options.MakeReadOnly();
        return options;
    }

    private static void OmitEmptyLists(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => !p.IsExtensionData && p.PropertyType != typeof(string) && p.PropertyType.IsAssignableTo(typeof(IEnumerable))))
        {
            property.ShouldSerialize = (_, value) => value is IEnumerable items && items.GetEnumerator().MoveNext();
        }
    }
}
