using System.Buffers;
using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Dates;
using OfficerBot.Conversation.Understanding.Names;
using OfficerBot.Conversation.Understanding.Scan;
using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>One message prepared for matching: folded, scanned, with names, dates and lead numbers found.</summary>
internal sealed class Reading : IDisposable
{
    /// <summary>Commands are looked for in so many characters; what a lead is too.</summary>
    public const int Limit = 1200;

    /// <summary>Dates and lead numbers are read in so many: what a command says of them stands at its beginning, and the prose of a long lead gives none.</summary>
    private const int DateLimit = 500;
    private static readonly SearchValues<char> Soft = SearchValues.Create(" ,.:;!?\"'。、~-()【】「」\n…《》[]|/");
    private readonly int[] _skip;

    /// <summary>Prepares a message.</summary>
    /// <param name="meant">A name that was found by its sound, where none was found by its letters.</param>
    public Reading(LanguageContent content, Gazetteer gazetteer, ReadingContext context, string body, NameHit? meant = null)
    {
        Content = content;
        Context = context;
        Categories = content.Values["categories"];
        Folded = Folded.Of(body);
        Names = gazetteer;
        var limit = Math.Min(Text.Length, Limit);
        Hits = HitTable.Rent(content.Words.Count);
        var words = Hits.Scratch;
        content.Automaton.Scan(Text.AsSpan(0, limit), words);
        if (Spelling.Read(Folded, words, content) is { } meantText)
        {
            Folded = meantText;
            words.Clear();
            content.Automaton.Scan(Text.AsSpan(0, limit), words);
        }

        Literals.Find(Text, limit, Hits, words);
        NameHits = meant is null ? ListedNames.With(gazetteer.Find(Text, limit, ordinaryToo: true), Text, gazetteer) : [meant];
        Leads = LeadReferences.Find(Text, Math.Min(limit, DateLimit), context.Now.Date);
        Dates = [.. content.Dates.Parse(Text, Math.Min(limit, DateLimit)).Where(d => !d.IsNow && !IsTold(d) && !Leads.Exists(l => !l.IsBare && l.Start < d.End && d.Start < l.End))];
        WordHits.Add(this, words, Retraction.Apply(this, words));
        _skip = Skips(limit);
        EntityHits.Add(this);
        IsAddressed = context.IsAddressed || !context.IsGroup || CallsTheBot();
    }

    /// <summary>The words and rules it is read by, from beginning to end.</summary>
    public LanguageContent Content { get; }

    /// <summary>Tidies what captures took.</summary>
    public CapturedWords Captured => Content.Captured;

    /// <summary>What reading depends on.</summary>
    public ReadingContext Context { get; }

    /// <summary>The message folded.</summary>
    public Folded Folded { get; }

    /// <summary>The folded text.</summary>
    public string Text => Folded.Text;

    /// <summary>Word and entity hits.</summary>
    public HitTable Hits { get; }

    /// <summary>The roster.</summary>
    public Gazetteer Names { get; }

    /// <summary>Units and people, by position.</summary>
    public List<NameHit> NameHits { get; }

    /// <summary>Date phrases, by position, lead numbers left out.</summary>
    public List<DatePhrase> Dates { get; }

    /// <summary>Lead numbers, by position.</summary>
    public List<LeadReference> Leads { get; }

    /// <summary>The classes of category words, by number.</summary>
    public IEnumerable<(string Value, int Class)> Categories { get; }

    /// <summary>Private, mentioned, or called by name.</summary>
    public bool IsAddressed { get; }

    /// <summary>The furthest position reachable from here over fillers, blanks and light punctuation.</summary>
    public int SkipFrom(int at) => at < _skip.Length ? _skip[at] : at;

    /// <inheritdoc/>
    public void Dispose() => Hits.Dispose();

    /// <summary>True for blanks and light punctuation.</summary>
    public static bool IsSoft(char c) => Soft.Contains(c);

    private int[] Skips(int limit)
    {
        var skip = new int[limit + 1];
        skip[limit] = limit;
        var (fillers, names) = (Hits[Entity.Filler], Hits[Entity.BotName]);
        var (filler, name) = (fillers.Count - 1, names.Count - 1);
        for (var i = limit - 1; i >= 0; i--)
        {
            skip[i] = i;
            if (IsSoft(Text[i]))
            {
                skip[i] = skip[i + 1];
                continue;
            }

            for (; filler >= 0 && fillers[filler].Start >= i; filler--)
            {
                Reach(skip, fillers[filler], i);
            }

            for (; name >= 0 && names[name].Start >= i; name--)
            {
                Reach(skip, names[name], i);
            }

            if (Text[i] == '@' && Hits.At(Entity.BotName, i + 1) is { } bot && bot.End <= limit)
            {
                skip[i] = skip[bot.End];
            }
        }

        return skip;
    }

    private static void Reach(int[] skip, Hit hit, int at)
    {
        if (hit.Start == at && hit.End < skip.Length)
        {
            skip[at] = Math.Max(skip[at], skip[hit.End]);
        }
    }

    /// <summary>都快十二点了, 快到年底了: tells what time it is, and limits nothing.</summary>
    private bool IsTold(DatePhrase date)
    {
        if (date.End >= Text.Length || Text[date.End] != '了')
        {
            return false;
        }

        var before = Text.AsSpan(0, date.Start);
        return date.From is { HasDate: false, HasTime: true } ? date.Start <= 2 || before[^1] is '都' or '快' or '经'
            : date.From.HasDate && Content.Spots.Nearing.Before(before) > 0;
    }

    private bool CallsTheBot()
    {
        var greeted = Hits.At(Entity.Salute, 0) is { } salute ? SkipFrom(salute.End) : 0; // hi bot, …
        foreach (var hit in Hits[Entity.BotName])
        {
            if (hit.Start == 0 || greeted >= hit.End || SkipFrom(0) >= hit.End || Text[hit.Start - 1] == '@' || Text.Length - hit.End <= 1)
            {
                return true;
            }
        }

        return false;
    }
}
