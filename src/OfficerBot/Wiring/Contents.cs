using OfficerBot.Conversation.Content;
using OfficerBot.Conversation.Notices;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Domain.Time;
using OfficerBot.Settings;

namespace OfficerBot.Wiring;

/// <summary>Everything read from files at start: what is understood, what is said, the calendar.</summary>
/// <param name="Language">Word classes and rules.</param>
/// <param name="Replies">Words of replies.</param>
/// <param name="Calendar">Holidays and make-up days.</param>
internal sealed record Contents(LanguageContent Language, ReplyShelf Replies, WorkingCalendar Calendar)
{
    /// <summary>Folder of the program's own content.</summary>
    public static string ProgramFolder => AppContext.BaseDirectory;

    /// <summary>Reads it; throws <see cref="InvalidDataException"/> with every problem when the built-in content is broken.</summary>
    public static Contents Load(OfficerBotSettings settings)
    {
        var builtIn = Path.Combine(ProgramFolder, "dialogs");
        var overriding = Path.GetFullPath(settings.ContentPath) == Path.GetFullPath(builtIn) ? null : settings.ContentPath;
        var language = LanguageContent.Load(overriding is not null && HasRules(overriding) ? overriding : builtIn);
        if (language.Content is null)
        {
            throw new InvalidDataException(string.Join(Environment.NewLine, language.Problems));
        }

        return new(language.Content, new ReplyShelf(builtIn, overriding), ReadCalendar());
    }

    /// <summary>Reads a stored notice again; it was checked when it was stored.</summary>
    public static Domain.Notices.Notice ReadNotice(string yaml, int revision) =>
        NoticeYaml.Read(yaml, "stored notice").Notice is { } notice
            ? notice with { Revision = revision }
            : throw new InvalidDataException("A stored notice cannot be read any more.");

    /// <summary>The calendar shipped with the program.</summary>
    public static WorkingCalendar ReadCalendar()
    {
        using var file = File.OpenRead(Path.Combine(ProgramFolder, "deploy", "holidays-cn.json"));
        return HolidayFile.Read(file);
    }

    private static bool HasRules(string folder) => Directory.EnumerateFiles(folder, "*.rule", SearchOption.AllDirectories).Any();
}
