using System.CommandLine;
using OfficerBot.Conversation.Content;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Settings;
using OfficerBot.Wiring;

namespace OfficerBot.Commands;

/// <summary><c>officerbot check</c>: everything that is data, with file and line of every mistake.</summary>
internal static class Check
{
    /// <summary>The command.</summary>
    public static Command Command(string[] settings)
    {
        var command = new Command("check", "Checks settings, replies, rules, samples and notices; prints every mistake with its file and line.");
        command.SetAction(_ => Run(CommandSettings.Read(settings), Console.Out, Console.Error));
        return command;
    }

    /// <summary>Checks and prints.</summary>
    /// <returns>0 when nothing is wrong, else 1.</returns>
    public static int Run(OfficerBotSettings settings, TextWriter output, TextWriter errors)
    {
        var overriding = Contents.Overriding(settings);
        var language = LanguageContent.Load(Contents.RulesFolder(overriding));
        foreach (var problem in language.Problems)
        {
            errors.WriteLine(problem);
        }

        foreach (var advice in Advice.On(settings))
        {
            output.WriteLine($"warning: {advice}");
        }

        foreach (var doubt in language.Content is { } whole ? ContentAdvice.On(whole) : [])
        {
            output.WriteLine($"warning: {doubt}");
        }

        var understands = language.Content is { } content ? new ButtonWords(new Reader(content), content).Understand : (Func<string, string, string?>?)null;
        var report = Checker.Run(Contents.BuiltIn, overriding, settings.NoticesPath, understands);
        return report.Print(report.Problems.Count + language.Problems.Count == 0 ? output : errors, language.Problems.Count);
    }
}
