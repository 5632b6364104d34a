using OfficerBot.Conversation.Content;
using OfficerBot.Conversation.Notices;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Domain.Time;
using OfficerBot.Jobs;
using OfficerBot.Settings;

namespace OfficerBot.Wiring;

/// <summary>Everything read from files at start: what is understood, what is said, the calendar.</summary>
/// <param name="Language">Word classes and rules.</param>
/// <param name="Replies">Words of replies.</param>
/// <param name="Calendar">Holidays and make-up days.</param>
/// <param name="State">Names and times of the files just before they were read.</param>
internal sealed record Contents(LanguageContent Language, ReplyShelf Replies, WorkingCalendar Calendar, string State)
{
    /// <summary>Folder of the program's own content.</summary>
    public static string ProgramFolder => AppContext.BaseDirectory;

    /// <summary>What the bot understands and says as it is shipped.</summary>
    public static string BuiltIn => Path.Combine(ProgramFolder, "dialogs");

    /// <summary>The operator's folder of words; null when he has none.</summary>
    /// <exception cref="InvalidDataException">He names one that is not there: the built-in words must not take its place unseen.</exception>
    public static string? Overriding(OfficerBotSettings settings)
    {
        if (Path.GetFullPath(settings.ContentPath) == Path.GetFullPath(BuiltIn))
        {
            return null;
        }

        return Directory.Exists(settings.ContentPath)
            ? settings.ContentPath
            : throw new InvalidDataException($"Content:Path names {settings.ContentPath}, and there is no such folder.");
    }

    /// <summary>Where the rules of understanding are read from: rules are replaced as a whole or not at all.</summary>
    public static string RulesFolder(string? overriding) => overriding is not null && HasRules(overriding) ? overriding : BuiltIn;

    /// <summary>Reads it; throws <see cref="InvalidDataException"/> with every problem when the built-in content is broken.</summary>
    public static Contents Load(OfficerBotSettings settings)
    {
        var overriding = Overriding(settings);
        var state = FolderState.Of(BuiltIn, settings.ContentPath);
        var language = LanguageContent.Load(RulesFolder(overriding));
        if (language.Content is null)
        {
            throw new InvalidDataException(string.Join(Environment.NewLine, language.Problems));
        }

        return new(language.Content, new ReplyShelf(BuiltIn, overriding), ReadCalendar(), state);
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

    private static bool HasRules(string folder) => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.rule", SearchOption.AllDirectories).Any();
}
