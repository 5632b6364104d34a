using System.CommandLine;
using OfficerBot.Conversation.Content;
using OfficerBot.Wiring;

namespace OfficerBot.Commands;

/// <summary><c>officerbot preview [reply]</c>: everything the bot says, in every language, with sample values.</summary>
internal static class Preview
{
    /// <summary>The command.</summary>
    public static Command Command(string[] settings)
    {
        var only = new Argument<string?>("reply") { Description = "A reply's name, or a topic; left out: all.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("preview", "Prints replies in every language with sample values.") { only };
        command.SetAction(parsed => Run(settings, parsed.GetValue(only)));
        return command;
    }

    private static int Run(string[] settings, string? only)
    {
        var loaded = ReplyContent.Load(Contents.BuiltIn, Contents.Overriding(CommandSettings.Read(settings)));
        if (!loaded.IsGood)
        {
            return Refusal.Print(loaded.Problems);
        }

        if (only is not null && loaded.Book.FindReply(only) is null && !loaded.Book.Contracts.Any(c => c.Topic == only))
        {
            return Refusal.Print([$"There is no reply and no topic “{only}”. Topics: {string.Join(", ", loaded.Book.Contracts.Select(c => c.Topic))}."]);
        }

        PreviewText.Write(loaded.Book, Console.Out, only);
        return 0;
    }
}
