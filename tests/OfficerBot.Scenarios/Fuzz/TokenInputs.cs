using System.Security.Cryptography;
using System.Text;
using OfficerBot.Tokens;

namespace OfficerBot.Scenarios.Fuzz;

/// <summary>Tokens of both doors, changed.</summary>
internal sealed class TokenInputs(FuzzWorld world)
{
    /// <summary>One of any sort.</summary>
    public FuzzInput Make(Chance chance, string id) => chance.Below(10) switch
    {
        < 4 => Spoiled(chance, id),
        < 6 => Signed(chance, id),
        6 => Rubbish(chance, id),
        7 => Known(chance, id),
        _ => ForDirectLine(chance),
    };

    // Good but for some bytes.
    private FuzzInput Spoiled(Chance chance, string id)
    {
        var good = chance.Of(world.Bearers);
        var bytes = ByteChanges.Apply(Encoding.ASCII.GetBytes(good["Bearer ".Length..]), chance);
        var header = "Bearer " + Encoding.Latin1.GetString(bytes);
        return Channel("spoiled", header, id, mustBeRefused: Seen(header) != good);
    }

    // Signed as it should be, above nonsense.
    private FuzzInput Signed(Chance chance, string id)
    {
        var header = TokenForge.Header("k1").ToJsonString();
        var claims = world.Forge.Claims();
        claims["serviceurl"] = world.Channel.ToString();
        var isHeader = chance.OneIn(3);
        var token = TokenForge.Compact(
            isHeader ? JsonChanges.Apply(header, chance) : header, isHeader ? claims.ToJsonString() : JsonChanges.Apply(claims.ToJsonString(), chance), TokenForge.First.Signer(HashAlgorithmName.SHA256));
        return Channel(isHeader ? "signed, header changed" : "signed, claims changed", "Bearer " + token, id);
    }

    private FuzzInput Rubbish(Chance chance, string id) => Channel("rubbish", chance.Of("Bearer ", "bearer ", "Basic ", "", "Bearer") + HostileText.Any(chance), id, mustBeRefused: true);

    private FuzzInput Known(Chance chance, string id)
    {
        var one = chance.Of(world.BadTokens);
        var known = Channel(one.Name, one.Authorization.Count > 0 ? one.Authorization[0] : "", id, mustBeRefused: true);
        return known with { Body = Encoding.UTF8.GetBytes(one.Activity.ToJsonString()) };
    }

    private FuzzInput ForDirectLine(Chance chance)
    {
        var seat = chance.Of(world.Seats);
        var bytes = ByteChanges.Apply(Encoding.ASCII.GetBytes(seat.Token), chance);
        var token = chance.OneIn(5) ? HostileText.Any(chance) : Encoding.Latin1.GetString(bytes);
        var path = chance.Of($"conversations/{seat.Conversation}/activities", "conversations", $"conversations/{seat.Conversation}", "tokens/refresh", "tokens/generate");
        var isGet = !path.StartsWith("tokens", StringComparison.Ordinal) && path != "conversations" && chance.OneIn(2);
        return new("token", "Direct Line", isGet ? HttpMethod.Get : HttpMethod.Post, "v3/directline/" + path, """{"type":"message","text":"x"}"""u8.ToArray(),
            [("Authorization", "Bearer " + token), ("Content-Type", "application/json")], MustBeRefused: !IsSameProof(Seen(token), seat.Token));
    }

    private FuzzInput Channel(string how, string authorization, string id, bool mustBeRefused = false) =>
        new("token", how, HttpMethod.Post, "api/messages", world.PlainMessage(id), [("Authorization", authorization), ("Content-Type", "application/json")], mustBeRefused);

    // As it arrives: line ends are left out, blanks around a header do not count.
    private static string Seen(string header) => string.Concat(header.Where(c => c is not ('\r' or '\n' or '\0'))).Trim();

    // The last character of a signature has bits that mean nothing.
    private static bool IsSameProof(string one, string good) => one.Length == good.Length && one[..^1] == good[..^1];
}
