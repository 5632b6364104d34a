using System.Text.Json.Serialization;

namespace OfficerBot.Protocol.Connector;

/// <summary>Generated at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NewConversation))]
[JsonSerializable(typeof(AttachmentUpload))]
internal sealed partial class ConnectorJsonContext : JsonSerializerContext;
