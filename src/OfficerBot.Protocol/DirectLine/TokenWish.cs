using System.Text.Json;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>What a site asks a token to say. Names are read in any casing: Microsoft's own samples send "User" and "Id".</summary>
internal sealed record TokenWish(DirectLineUser? User, IReadOnlyList<string> Origins, string? Locale)
{
    private const string UserPrefix = "dl_";

    public const int LongestId = 256;

    /// <summary>For tokens: the user's id must begin with dl_, which no client can then claim for itself.</summary>
    public static (TokenWish Wish, Refusal? Refused) Read(JsonElement body)
    {
        var (wish, refused) = ReadLoosely(body);
        return refused is null && wish.User is { } user && !IsReserved(user.Id)
            ? (wish, Refusal.BadArgument("user.id must begin with dl_"))
            : (wish, refused);
    }

    /// <summary>For starting a conversation, where a client may name itself as it likes.</summary>
    public static (TokenWish Wish, Refusal? Refused) ReadLoosely(JsonElement body)
    {
        var nothing = new TokenWish(null, [], null);
        var user = Member(body, "user");
        if (user is { ValueKind: not JsonValueKind.Object })
        {
            return (nothing, Refusal.BadArgument("user must be an object"));
        }

        var id = user is { } account ? Text(Member(account, "id")) : null;
        if (id?.Length > LongestId)
        {
            return (nothing, Refusal.BadArgument($"user.id is longer than {LongestId} characters"));
        }

        var origins = Member(body, "trustedOrigins");
        return origins is { } list && !IsListOfTexts(list)
            ? (nothing, Refusal.BadArgument("trustedOrigins must be a list of origins"))
            : (new TokenWish(
                string.IsNullOrEmpty(id) ? null : new DirectLineUser(id, Text(Member(user!.Value, "name"))), // an id came out of it
                origins is { } texts ? [.. texts.EnumerateArray().Select(o => o.GetString()!)] : [], // all are texts
                Text(Member(body, "locale"))), null);
    }

    public static bool IsReserved(string userId) => userId.StartsWith(UserPrefix, StringComparison.Ordinal);

    private static bool IsListOfTexts(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(o => o.ValueKind == JsonValueKind.String);

    /// <summary>Null when absent or null.</summary>
    private static JsonElement? Member(JsonElement json, string name)
    {
        foreach (var member in json.EnumerateObject().Where(m => m.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            return member.Value.ValueKind == JsonValueKind.Null ? null : member.Value;
        }

        return null;
    }

    private static string? Text(JsonElement? json) => json is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
