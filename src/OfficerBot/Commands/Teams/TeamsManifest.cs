using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OfficerBot.Commands.Teams;

/// <summary>The app's manifest for Teams: a template in <c>deploy/teams</c>, filled for one registration and held to the limits of the schema.</summary>
internal static partial class TeamsManifest
{
    /// <summary>Longest value of each text, by the end of its place; the same for translations, whose keys are these places.</summary>
    private static readonly (string End, int Most)[] Limits =
    [
        ("name.short", 30), ("name.full", 100), ("description.short", 80), ("description.full", 4000), ("].title", 32), ("].description", 128),
    ];

    /// <summary>The template with this registration's ids and addresses.</summary>
    public static JsonObject Filled(JsonObject template, TeamsApp app)
    {
        var manifest = template.DeepClone().AsObject();
        manifest["id"] = app.AppId;
        manifest["version"] = app.Version;
        manifest["bots"]![0]!["botId"] = app.AppId; // the template has them, which a test holds
        manifest["webApplicationInfo"]!["id"] = app.AppId;
        manifest["developer"] = new JsonObject
        {
            ["name"] = app.Developer,
            ["websiteUrl"] = app.Url,
            ["privacyUrl"] = app.PrivacyUrl ?? app.Url,
            ["termsOfUseUrl"] = app.TermsUrl ?? app.Url,
        };
        manifest["validDomains"] = new JsonArray(Uri.TryCreate(app.Url, UriKind.Absolute, out var url) ? url.Host : "");
        return manifest;
    }

    /// <summary>What Teams would refuse, in words for the operator.</summary>
    public static IReadOnlyList<string> ProblemsOf(JsonObject manifest)
    {
        var problems = new List<string>();
        foreach (var (place, text) in Texts(manifest))
        {
            problems.AddRange(TooLong(place, text));
        }

        string[] ids = [Text(manifest["id"]), Text(manifest["bots"]?[0]?["botId"]), Text(manifest["webApplicationInfo"]?["id"])];
        if (!Guid.TryParseExact(ids[0], "D", out var id) || id == Guid.Empty || ids.Any(i => i != ids[0]))
        {
            problems.Add($"The app id is “{ids[0]}”; it must be the GUID of the bot's registration, like 12345678-1234-1234-1234-123456789abc.");
        }

        if (!Version().IsMatch(Text(manifest["version"])))
        {
            problems.Add($"The version is “{Text(manifest["version"])}”; it must be three numbers, like 1.0.1.");
        }

        problems.AddRange(Developer(manifest));
        return problems;
    }

    /// <summary>What is wrong with a translation: a text too long, or of a place the manifest does not have.</summary>
    public static IReadOnlyList<string> ProblemsOf(JsonObject translation, JsonObject manifest)
    {
        var places = Texts(manifest).Select(t => t.Place).ToHashSet();
        var texts = translation.Where(t => t.Key != "$schema").ToList();
        return
        [
            .. texts.Where(t => !places.Contains(t.Key)).Select(t => $"{t.Key} is no text of the manifest."),
            .. places.Where(p => !translation.ContainsKey(p)).Select(p => $"{p} is not translated."),
            .. texts.SelectMany(t => TooLong(t.Key, Text(t.Value))),
        ];
    }

    private static IEnumerable<string> Developer(JsonObject manifest)
    {
        if (Text(manifest["developer"]?["name"]) is not { Length: > 0 and <= 32 } name)
        {
            yield return $"The developer's name “{Text(manifest["developer"]?["name"])}” must have 1 to 32 characters.";
        }

        foreach (var key in (string[])["websiteUrl", "privacyUrl", "termsOfUseUrl"])
        {
            if (!Uri.TryCreate(Text(manifest["developer"]?[key]), UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps)
            {
                yield return $"{key} is “{Text(manifest["developer"]?[key])}”; Teams takes whole addresses that begin with https:// only.";
            }
        }
    }

    private static IEnumerable<string> TooLong(string place, string text) =>
        Limits.Where(l => place.EndsWith(l.End, StringComparison.Ordinal) && (text.Length > l.Most || text.Length == 0)).Select(l => $"{place} has {text.Length} characters; 1 to {l.Most} are allowed.");

    // All texts people read, each with its place as translations name it.
    private static IEnumerable<(string Place, string Text)> Texts(JsonObject manifest)
    {
        foreach (var place in (string[])["name.short", "name.full", "description.short", "description.full"])
        {
            var parts = place.Split('.');
            yield return (place, Text(manifest[parts[0]]?[parts[1]]));
        }

        var lists = manifest["bots"]?[0]?["commandLists"] as JsonArray ?? [];
        for (var i = 0; i < lists.Count; i++)
        {
            var commands = lists[i]?["commands"] as JsonArray ?? [];
            for (var j = 0; j < commands.Count; j++)
            {
                yield return ($"bots[0].commandLists[{i}].commands[{j}].title", Text(commands[j]?["title"]));
                yield return ($"bots[0].commandLists[{i}].commands[{j}].description", Text(commands[j]?["description"]));
            }
        }
    }

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    [GeneratedRegex(@"^(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})$", RegexOptions.NonBacktracking)]
    private static partial Regex Version();
}
