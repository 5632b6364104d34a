using System.Text.RegularExpressions;
using NodaTime;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Turns;

/// <summary>Finds what a reply quotes: the leads of a message or of a receipt, the person who wrote it, the request it was.</summary>
/// <param name="follows">True for the intents that may be followed.</param>
internal sealed partial class QuoteFinder(ReadMessage reader, Predicate<string> follows)
{
    /// <summary>How far back a lead is looked for by its words.</summary>
    private const int DaysBack = 14;

    private const int ShortestWords = 6;

    /// <summary>What is quoted; null when nothing is, or nothing is known of it.</summary>
    /// <param name="context">The context the message is read in.</param>
    public Quote? Of(Turn turn, Said.Words words, ReadingContext context)
    {
        var typed = QuoteBlock.Quoted(words.Text) is { Length: > 0 } block ? block : null;
        if (words.RepliesTo is null && words.Quoted is null && typed is null)
        {
            return null;
        }

        var text = words.Quoted?.Text ?? typed ?? "";
        var isOurs = words.Quoted?.IsOurs ?? false;
        var leads = OfMessage(turn, words) is { Count: > 0 } filed ? filed : Numbered(turn, text) is { Count: > 0 } numbered ? numbered : IsSearched(words) ? Worded(turn, text, context) : [];
        var quote = new Quote(leads, PersonOf(turn, words), Request(words.Quoted?.Request ?? (isOurs ? null : text), context), isOurs);
        return quote is { Leads.Count: 0 } && (words.Quoted?.IsRoot == true || quote is { Person: null, Request: null, IsOurs: false }) ? null : quote;
    }

    // A message we know by its id is a lead or is none.
    private static bool IsSearched(Said.Words words) => words.Quoted is null || (!words.Quoted.IsOurs && (words.RepliesTo is null || words.Quoted.By is null));

    private static IReadOnlyList<Lead> OfMessage(Turn turn, Said.Words words) =>
        words.RepliesTo is { } message ? turn.Ledger.Leads.OfMessage(words.Where.Id, message) : [];

    // Of a list one does not know which is meant; two of one receipt stand for themselves.
    private static IReadOnlyList<Lead> Numbered(Turn turn, string text)
    {
        var leads = Number().Matches(text).Select(m => NumberOf(m, turn.Local.Date)).OfType<LeadNumber>().Distinct().Select(turn.Ledger.Leads.Find).OfType<Lead>().ToList();
        return leads.Count > 0 && leads.All(l => l.FiledBy == leads[0].FiledBy && l.FiledAt == leads[0].FiledAt) ? leads : [];
    }

    private static LeadNumber? NumberOf(Match match, LocalDate today)
    {
        var (month, day) = (int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture));
        var sequence = int.Parse(match.Groups["sequence"].ValueSpan, CultureInfo.InvariantCulture);
        if (month is < 1 or > 12 || sequence == 0 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(today.Year, month))
        {
            return null;
        }

        var when = new LocalDate(today.Year, month, day);
        return new(when > today ? when.PlusYears(-1) : when, sequence);
    }

    private IReadOnlyList<Lead> Worded(Turn turn, string text, ReadingContext context)
    {
        if (text.Length < ShortestWords)
        {
            return [];
        }

        var read = reader(text, context with { Pending = null, LastIntent = null, IsGroup = true, IsAddressed = false });
        var said = (read.Slots.Items is [var first, ..] ? first.Text : text).TrimEnd('…', '.', '。', ' ');
        return said.Length < ShortestWords ? [] : turn.Ledger.Leads.Find(new LeadQuery(
            FiledFrom: turn.Notice.Zone.AtStartOfDay(turn.Local.Date.PlusDays(-DaysBack)).ToInstant(), Text: said, WithWithdrawn: true, Limit: 2)) is [var only] ? [only] : [];
    }

    private static Person? PersonOf(Turn turn, Said.Words words)
    {
        if (words.Quoted?.By is { } account)
        {
            return turn.Ledger.People.Find(account)?.Person is { } person ? turn.Roster.Find(person) : null;
        }

        return QuoteBlock.Who(words.Text) is { } name && turn.Roster.People.Where(p => p.Name == name).ToList() is [var only] ? only : null;
    }

    private RecentRequest? Request(string? text, ReadingContext context) =>
        text is { Length: > 0 } && reader(text, context with { LastIntent = null, IsAddressed = true }).Intent is var intent && follows(intent) ? new([text], intent) : null;

    [GeneratedRegex(@"(?<![0-9-])(?<month>[01][0-9])(?<day>[0-3][0-9])-(?<sequence>[0-9]{2,3})(?![0-9-])")]
    private static partial Regex Number();
}
