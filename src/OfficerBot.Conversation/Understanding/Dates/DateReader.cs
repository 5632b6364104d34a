using NodaTime;
using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>Finds all dates in a text, Chinese and English, and resolves them. Usable alone; never throws on any text.</summary>
public sealed class DateReader
{
    private readonly DateConventions _conventions;
    private readonly ChineseDates _chinese;
    private readonly EnglishDates _english;

    internal DateReader(DateConventions conventions)
    {
        _conventions = conventions;
        _chinese = new(conventions);
        _english = new(conventions);
    }

    /// <summary>A reader for conventions written as in dialogs/dates.yaml; the problems tell what is wrong with them.</summary>
    public static (DateReader Reader, IReadOnlyList<ContentProblem> Problems) From(string yaml) => From([("dates.yaml", yaml)]);

    /// <summary>A reader for several files, the rows of later ones replacing those of earlier ones.</summary>
    public static (DateReader Reader, IReadOnlyList<ContentProblem> Problems) From(IEnumerable<(string Name, string Yaml)> files)
    {
        var problems = new List<ContentProblem>();
        var conventions = new DateConventions();
        foreach (var (name, yaml) in files)
        {
            conventions.Add(name, yaml, problems);
        }

        return (new(conventions), problems);
    }

    /// <summary>All dates of a text, in order, each with its <see cref="DateSaid.Others"/>.</summary>
    public IReadOnlyList<DateSaid> Read(string text, DateContext context)
    {
        var folded = Folded.Of(text);
        return [.. Parse(folded.Text, folded.Text.Length).Select(p => WithOthers(p, Resolve(p, folded, context), context))];
    }

    private DateSaid WithOthers(DatePhrase phrase, DateSaid chosen, DateContext context)
        => context.Prefer is null ? chosen with { Others = OtherReadings.Of(phrase, chosen.Span, _conventions, context) } : chosen;

    /// <summary>The phrases of a folded text up to a position, longest first at each place, without overlap.</summary>
    internal List<DatePhrase> Parse(string text, int limit)
    {
        var found = new List<DatePhrase>();
        for (var i = 0; i < limit;)
        {
            if (At(text, i) is { } phrase)
            {
                found.Add(phrase);
                i = phrase.End;
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    /// <summary>Places a phrase on the calendar.</summary>
    internal DateSaid Resolve(DatePhrase phrase, Folded folded, DateContext context)
        => new PhraseResolver(_conventions, context).Resolve(phrase, folded.Slice(phrase.Start, phrase.End));

    private DatePhrase? At(string text, int at)
    {
        var c = text[at];
        if (char.IsAsciiLetter(c))
        {
            return at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]) ? null : _english.Read(text, at);
        }

        var chinese = CharTables.IsHan(c) || char.IsAsciiDigit(c) ? _chinese.Read(text, at) : null;
        var english = char.IsAsciiDigit(c) ? _english.Read(text, at) : null;
        return english is not null && (chinese is null || english.End > chinese.End) ? english : chinese;
    }
}
