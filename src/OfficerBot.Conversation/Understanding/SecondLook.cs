using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Matching;
using OfficerBot.Conversation.Understanding.Names;
using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding;

/// <summary>What may have been meant by words to the bot that no rule understood: a mistyped name, or a request with a sentence of talk behind it.</summary>
internal static class SecondLook
{
    private const int Longest = 60;
    private const int ShortestClause = 4;

    /// <summary>True where a second reading may tell more: short Chinese words to the bot, and nothing asked before.</summary>
    public static bool IsWorth(Reading reading)
        => reading.IsAddressed && reading.Context.Pending is null && reading.Text.Length is > ShortestClause and <= Longest && reading.Text.AsSpan().IndexOfAnyExceptInRange('\0', '\u2fff') >= 0
            && !reading.Text.Contains('\n', StringComparison.Ordinal);

    /// <summary>A unit or a person by sound (柳临镇, 龚雪眉), where no name of the roster stands; null when there is none.</summary>
    public static NameHit? Name(Reading reading)
    {
        if (reading.NameHits.Count > 0)
        {
            return null;
        }

        var person = reading.Hits.Has(Entity.Phone) || reading.Hits.Has(Entity.Post) || (reading.Names.Words.Find("电话") is { } contact && reading.Hits.Has(contact));
        return reading.Names.Fuzzy.Find(reading.Text, units: true, people: person) ?? Stem(reading);
    }

    /// <summary>民政那边联系谁: a bureau without its 局, where one of its words is spoken of as somebody.</summary>
    private static NameHit? Stem(Reading reading)
    {
        foreach (var (stem, unit) in reading.Names.Stems)
        {
            var at = reading.Text.IndexOf(stem, StringComparison.Ordinal);
            if (at >= 0 && reading.Content.Spots.Somebody.At(reading.Text.AsSpan(at + stem.Length)) > 0)
            {
                return new(at, at + stem.Length, [unit], [], true);
            }
        }

        return null;
    }

    /// <summary>The words before the first break, as written; null when nothing parts them or they say too little.</summary>
    public static string? FirstClause(Reading reading)
    {
        for (var at = ShortestClause; at < reading.Text.Length - 1; at++)
        {
            var marked = reading.Text[at] is ',' or '。' or '!' or '?' or ';';
            if ((marked || (reading.Folded.HasGapBefore(at) && CharTables.IsHan(reading.Text[at]))) && reading.SkipFrom(0) < at - 1)
            {
                return reading.Folded.Slice(0, at);
            }
        }

        return null;
    }

    /// <summary>Only what asks for an answer, or sets something by its number: a greeting or a yes before other words is talk.</summary>
    public static bool Answers(Understood said)
        => said.Intent is "who_missing" or "my_status" or "list_leads" or "ranking" or "find_contact" or "roster_missing" or "deadline_query" or "remind_now" or "compile_report" or "export"
            or "task_progress" or "help" or "leave" or "set_deadline" or "attach_media" or "return_lead" or "approve_lead" or "withdraw_lead" or "mark_published";
}
