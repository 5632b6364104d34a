using System.CommandLine;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using OfficerBot.Protocol.Activities;
using OfficerBot.Wiring;

namespace OfficerBot.Commands.Teams;

/// <summary><c>officerbot teams-package --app-id GUID --url https://… --out officerbot-teams.zip</c>: what an administrator uploads to Teams.</summary>
internal static class TeamsPackage
{
    private static readonly string[] Icons = ["color.png", "outline.png"];

    /// <summary>The command.</summary>
    public static Command Command(string[] settings)
    {
        var appId = new Option<string>("--app-id") { Description = "App id of the bot's registration, a GUID.", Required = true };
        var url = new Option<string?>("--url") { Description = "Public address of the service; left out: PublicUrl of the settings." };
        var developer = new Option<string>("--developer") { Description = "Who runs the bot, as Teams shows it; at most 32 characters.", DefaultValueFactory = _ => "OfficerBot" };
        var version = new Option<string>("--app-version") { Description = "Three numbers that rise with every update.", DefaultValueFactory = _ => "1.0.0" };
        var privacy = new Option<string?>("--privacy-url") { Description = "Page on privacy; left out: the public address." };
        var terms = new Option<string?>("--terms-url") { Description = "Terms of use; left out: the public address." };
        var output = new Option<string>("--out") { Description = "The package to write.", DefaultValueFactory = _ => "officerbot-teams.zip" };
        var command = new Command("teams-package", "Makes the app package that an administrator uploads to Teams. See deploy/teams.") { appId, url, developer, version, privacy, terms, output };
        command.SetAction(p => Run(
            new TeamsApp(
                p.GetRequiredValue(appId).Trim().ToLowerInvariant(), (p.GetValue(url) ?? CommandSettings.Read(settings).PublicUrl ?? "").TrimEnd('/'), p.GetRequiredValue(developer),
                p.GetRequiredValue(version), p.GetValue(privacy), p.GetValue(terms)),
            p.GetRequiredValue(output)));
        return command;
    }

    /// <summary>Where template and icons lie.</summary>
    public static string Folder => Path.Combine(Contents.ProgramFolder, "deploy", "teams");

    /// <summary>Checks and writes.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(TeamsApp app, string output)
    {
        var manifest = TeamsManifest.Filled(Read("manifest.json"), app);
        var languages = (manifest["localizationInfo"]?["additionalLanguages"] as JsonArray ?? []).Select(l => (string)l!["file"]!).ToList(); // our template
        var problems = TeamsManifest.ProblemsOf(manifest).Concat(languages.SelectMany(l => TeamsManifest.ProblemsOf(Read(l), manifest))).ToList();
        if (problems.Count > 0)
        {
            return Refusal.Print(problems);
        }

        using (var zip = new ZipArchive(File.Create(output), ZipArchiveMode.Create))
        {
            Put(zip, "manifest.json", Encoding.UTF8.GetBytes(ActivityJson.Write(manifest)));
            foreach (var file in Icons.Concat(languages))
            {
                Put(zip, file, File.ReadAllBytes(Path.Combine(Folder, file)));
            }
        }

        Console.WriteLine($"{Path.GetFullPath(output)}: {(string?)manifest["name"]?["short"]} {app.Version}, app id {app.AppId}, {app.Url}");
        return 0;
    }

    private static JsonObject Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!.AsObject(); // our files

    private static void Put(ZipArchive zip, string name, byte[] bytes)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(bytes);
    }
}
