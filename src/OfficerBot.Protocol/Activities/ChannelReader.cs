using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace OfficerBot.Protocol.Activities;

/// <summary>
/// Reads an activity that a channel posts: bytes to record in one pass, since nothing of it is relayed. Ask after authentication. What it refuses is
/// answered with 400; it never throws for input.
/// </summary>
public static class ChannelReader
{
    /// <summary>Ids are opaque and may be long, but keys of rows they become.</summary>
    public const int LongestId = 2000;

    private static readonly JsonTypeInfo<Activity> TypeInfo = (JsonTypeInfo<Activity>)ActivityJson.Options.GetTypeInfo(typeof(Activity));

    /// <summary>
    /// Refuses malformed JSON (half characters and wrong UTF-8 too), duplicate keys, depth over 64, a non-object, a missing type or conversation, a nameless
    /// event, invoke or command, and ids over <see cref="LongestId"/>.
    /// </summary>
    /// <returns>The activity; null with the reason.</returns>
    public static (Activity? Activity, ActivityReading.Refused? Refused) Read(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json) || LoneSurrogates.AreIn(json))
        {
            return Refuse("BadSyntax", "The body is not well-formed JSON");
        }

        try
        {
            return JsonSerializer.Deserialize(json, TypeInfo) is { } activity ? Checked(WithoutNulls(activity)) : Refuse("BadSyntax", "An activity is a JSON object");
        }
        catch (JsonException problem)
        {
            return problem.InnerException is JsonException || problem.Path is null or "$"
                ? Refuse("BadSyntax", "The body is not a well-formed JSON object")
                : Refuse("BadArgument", "A field has the wrong form or comes twice");
        }
    }

    private static (Activity?, ActivityReading.Refused?) Checked(Activity activity) => activity switch
    {
        { Type: null or "" } => Refuse("MissingProperty", "type is required"),
        { Conversation: null or { Id: null or "" } } => Refuse("MissingProperty", "conversation.id is required"),
        { Type: ActivityTypes.Event or ActivityTypes.Invoke or ActivityTypes.Command, Name: null or "" } => Refuse("MissingProperty", "name is required"),
        { Conversation.Id.Length: > LongestId } or { Id.Length: > LongestId } or { From.Id.Length: > LongestId } or { ChannelId.Length: > 100 } =>
            Refuse("BadArgument", "An id is too long"),
        _ => (activity, null),
    };

    // "attachments":[null] is legal JSON and means nothing.
    private static Activity WithoutNulls(Activity activity) => !(HasNull(activity.Attachments) || HasNull(activity.Entities) || HasNull(activity.MembersAdded)
        || HasNull(activity.MembersRemoved)) ? activity : activity with
    {
        Attachments = WithoutNulls(activity.Attachments),
        Entities = WithoutNulls(activity.Entities),
        MembersAdded = WithoutNulls(activity.MembersAdded),
        MembersRemoved = WithoutNulls(activity.MembersRemoved),
    };

    private static IReadOnlyList<T>? WithoutNulls<T>(IReadOnlyList<T>? items)
        where T : class => HasNull(items) ? [.. items!.Where(i => i is not null)] : items; // without items there is none

    private static bool HasNull<T>(IReadOnlyList<T>? items)
        where T : class => items is not null && items.Any(i => i is null);

    private static (Activity?, ActivityReading.Refused?) Refuse(string code, string message) => (null, new(code, message));
}
