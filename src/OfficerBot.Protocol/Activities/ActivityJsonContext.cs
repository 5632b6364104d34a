using System.Text.Json.Serialization;

namespace OfficerBot.Protocol.Activities;

/// <summary>Generated at build time, so that the service starts without reflection over these types. Use it through <see cref="ActivityJson"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(ResourceResponse))]
internal sealed partial class ActivityJsonContext : JsonSerializerContext;
