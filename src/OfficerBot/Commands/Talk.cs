using System.CommandLine;
using OfficerBot.Wiring;

namespace OfficerBot.Commands;

/// <summary><c>officerbot talk</c>: the sample in a console, on a store that is thrown away.</summary>
internal static class Talk
{
    /// <summary>The command.</summary>
    public static Command Command(string[] settings)
    {
        var asPerson = new Option<string>("--as") { Description = "Who you are: a name, unit and name, or a role.", DefaultValueFactory = _ => "周晓燕" };
        var locale = new Option<string>("--locale") { Description = "zh or en.", DefaultValueFactory = _ => "zh" };
        locale.AcceptOnlyFromAmong("zh", "en");
        var at = new Option<string>("--at") { Description = "Local office time to begin at.", DefaultValueFactory = _ => "2020-09-16T08:30" };
        var inGroup = new Option<bool>("--group") { Description = "Sit in the group room, not in private." };
        var command = new Command("talk", "Talks to the bot in this console, on a temporary sample. Lines “at 11:12”, “later 2h”, “as NAME” steer; “quit” ends.")
        {
            asPerson, locale, at, inGroup,
        };
        command.SetAction((p, cancel) => RunAsync(
            settings, p.GetRequiredValue(at), talk => talk.RunAsync(p.GetRequiredValue(asPerson), p.GetRequiredValue(locale), p.GetValue(inGroup), cancel), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, string at, Func<TalkConsole, Task<int>> talk, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("officerbot-talk-");
        try
        {
            string[] here =
            [
                .. settings, "--Storage:Path", Path.Combine(folder.FullName, "talk.db"), "--Sample:Enabled", "true", "--Sample:Clock", at,
                "--Mail:Folder", Path.Combine(folder.FullName, "mail"), "--Urls", Settings.SettingsReader.DefaultUrls,
            ];
            var (app, problems) = await Service.BuildAsync(here, null, cancel);
            if (app is null)
            {
                return Refusal.Print(problems);
            }

            await using (app)
            {
                return await talk(new TalkConsole(app.Services, Console.In, Console.Out));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
