using NodaTime;
using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Dates;
using OfficerBot.Conversation.Understanding.Items;
using OfficerBot.Conversation.Understanding.Matching;
using OfficerBot.Conversation.Understanding.Names;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Understanding;

/// <summary>
/// Understands messages: fold, scan, names and dates, rules, decision. Deterministic, without back-tracking; never throws on any text. Safe to share
/// between threads.
/// </summary>
public sealed class Reader
{
    /// <summary>Below this score nothing was understood.</summary>
    private const int Threshold = 50;

    /// <summary>From this score a command wins over a text that looks like a lead.</summary>
    private const int Certain = 90;

    /// <summary>So many things done to different leads are told apart in one message.</summary>
    private const int MostActs = 3;
    private readonly IWorkingDays _calendar;
    private readonly IReadOnlyDictionary<string, EventDays> _events;
    private volatile LanguageContent _content;
    private volatile Gazetteer? _names;

    /// <summary>A reader without calendar and events (phrases that need them are marked).</summary>
    public Reader(LanguageContent content)
        : this(content, UnknownWorkingDays.Instance, new Dictionary<string, EventDays>())
    {
    }

    /// <summary>A reader.</summary>
    /// <param name="events">Days of the notice's events: 进驻 = 2020-09-08.</param>
    public Reader(LanguageContent content, IWorkingDays calendar, IReadOnlyDictionary<string, EventDays> events)
        => (_content, _calendar, _events) = (content, calendar, events);

    /// <summary>Reads by other content from the next message on; messages being read are finished by the old one.</summary>
    public void Take(LanguageContent content) => _content = content;

    /// <summary>What a message says.</summary>
    public Understood Read(string text, ReadingContext context) => Read(text, context, MostActs);

    private Understood Read(string text, ReadingContext context, int acts)
    {
        var body = QuoteBlock.Strip(text);
        if (ChatRecord.Is(body))
        {
            return ReadRecord(body, context);
        }

        var content = _content; // once: a message is read by one version throughout
        using var reading = new Reading(content, NamesOf(context.Roster, content), context, body);
        var verdict = LeadJudge.Of(content, reading);
        var scored = Scoring.Of(content, reading);
        return Decide(reading, verdict, scored, acts);
    }

    /// <summary>The leads inside a forwarded record; who said them is left to who files them.</summary>
    private Understood ReadRecord(string body, ReadingContext context)
    {
        var inside = context with { IsGroup = true, IsAddressed = false, Pending = null };
        var items = ChatRecord.Split(body, context.Now.Year).Select(l => Read(l.Text, inside)).Where(u => u.Intent == "report_lead").SelectMany(u => u.Slots.Items).ToList();
        return new("chat_record", new Slots { Text = body, Items = items }, 0.95, [], ["chat record"]);
    }

    private Gazetteer NamesOf(RosterBook roster, LanguageContent content)
    {
        var names = _names;
        if (names is null || !ReferenceEquals(names.Roster, roster) || !ReferenceEquals(names.Words, content.Words))
        {
            _names = names = new(roster, content);
        }

        return names;
    }

    /// <summary>Nothing was understood, though it was said to the bot: a name by its sound, or the first clause alone (俺们今天报上了没 我咋记不清了).</summary>
    private Understood? Again(Reading reading)
    {
        if (!SecondLook.IsWorth(reading))
        {
            return null;
        }

        if (SecondLook.Name(reading) is { } meant)
        {
            using var again = new Reading(reading.Content, reading.Names, reading.Context, reading.Folded.Original, meant);
            return Scoring.Of(again.Content, again) is [{ Score: >= Threshold } best, ..] scored ? Command(again, best, scored) : null;
        }

        var clause = SecondLook.FirstClause(reading);
        var said = clause is null ? null : Read(clause, reading.Context with { IsAddressed = true });
        return said is not null && SecondLook.Answers(said) ? said with { Slots = new Exclusions(reading).Into(said.Slots) } : null; // 今天的线索，白沙镇不算
    }

    /// <summary>A question with talk beside it, read alone; null when there is none.</summary>
    private Understood? Wrapped(Reading reading, List<Scored> scored)
    {
        foreach (var (from, to, intent) in WrappedRequest.Places(reading, scored))
        {
            var said = Read(reading.Folded.Slice(from, to), reading.Context, 1);
            if (said.Intent == intent)
            {
                return said;
            }
        }

        return null;
    }

    private Understood Decide(Reading reading, LeadVerdict verdict, List<Scored> scored, int acts)
    {
        var best = scored.FirstOrDefault();
        var commands = best is not null && best.Score >= Threshold ? best : null;
        var isLead = verdict.Score >= LeadJudge.AskFrom && (commands is null || (commands.Score < Certain && !(commands.Score >= 70 && !verdict.Frame.IsClosed && verdict.Score <= 8)));
        if (isLead)
        {
            return Lead(reading, verdict, scored);
        }

        if (commands is null)
        {
            return Again(reading) ?? Wrapped(reading, scored) ?? Understood.None with { Nearest = [.. scored.Where(s => s.Score > 0).Take(3).Select(s => s.Intent.Name)], Fired = [.. verdict.Evidence.Select(Line), .. scored.Take(1).SelectMany(s => Fired(s)).Select(f => $"{scored[0].Intent.Name}: {f}")] };
        }

        if (acts > 1 && TwoVerdicts.IsOne(commands.Intent.Name) && Both(reading, acts - 1) is { } both)
        {
            return both;
        }

        return Command(reading, commands, scored);
    }

    private Understood Command(Reading reading, Scored commands, List<Scored> scored)
    {
        var dates = Dates(reading.Context, commands.Intent.Prefer);
        commands = Topic.Narrow(reading, commands);
        var slots = new SlotFiller(reading.Content, reading, commands, dates).Fill();
        slots = Completions.Of(commands.Intent.Name, slots, reading, commands.Best);
        return new(commands.Intent.Name, slots, Confidence(commands, scored, slots), Nearest(scored), Fired(commands));
    }

    /// <summary>The first of two things done to different leads, with the second; null when one thing is done.</summary>
    private Understood? Both(Reading reading, int acts)
    {
        foreach (var place in TwoVerdicts.Places(reading))
        {
            var first = Read(reading.Folded.Slice(0, place), reading.Context, 1);
            var second = TwoVerdicts.IsOne(first.Intent) ? Read(reading.Folded.Slice(place, reading.Text.Length), TwoVerdicts.After(first, reading.Context) with { IsAddressed = reading.IsAddressed }, acts) : first;
            if (TwoVerdicts.Together(first, second) is { } both)
            {
                return both;
            }
        }

        return null;
    }

    private static IReadOnlyList<string> Nearest(List<Scored> scored) => [.. scored.Skip(1).Take(3).Select(s => s.Intent.Name)];

    private static IReadOnlyList<string> Fired(Scored scored) => [Line(scored.Best), .. scored.Against.Select(Line)];

    private static string Line(Match match) => $"{match.Rule.Where} ({match.Rule.Weight:+0;-0})";

    private static double Confidence(Scored best, List<Scored> scored, Slots slots)
    {
        var confidence = Math.Min(best.Score, 100) / 100.0;
        confidence -= scored.Count > 1 && best.Score - scored[1].Score < 5 ? 0.1 : 0;
        var unsure = slots.Units.Any(u => u.IsFuzzy) || slots.Persons.Any(p => p.IsFuzzy);
        return Math.Clamp(unsure ? Math.Min(confidence, 0.75) : confidence, 0, 1);
    }

    private Understood Lead(Reading reading, LeadVerdict verdict, List<Scored> scored)
    {
        var confidence = verdict.Score >= LeadJudge.FileFrom ? Math.Min(0.8 + (0.03 * (verdict.Score - LeadJudge.FileFrom)), 1) : 0.6;
        var frame = verdict.Frame;
        var dates = Dates(reading.Context, "past");
        var stretches = ItemSplitter.Split(reading, frame);
        var items = stretches.Select(i => Item(reading, i)).ToList();
        var days = frame.Dates.Select(d => reading.Content.Dates.Resolve(d, reading.Folded, dates)).Where(d => d.Recur is null && (d.Span.Start is not null || d.Span.IsImpossible)).ToList();
        var said = days.Find(d => !d.Span.IsImpossible) ?? (frame.IsMarked ? days.FirstOrDefault() : null);
        var units = frame.Units.Where(u => !stretches.Exists(s => s.Unit == u)).Select(u => new UnitSaid(reading.Folded.Slice(u.Start, u.End), u.Units)).DistinctBy(u => string.Join(",", u.Candidates)).ToList();
        if (frame.UnknownUnit is { } unknown)
        {
            units.Add(new UnitSaid(reading.Folded.Slice(unknown.Start, unknown.End), []));
        }

        var slots = new Slots { Items = items, Range = said?.Span, Units = units, Categories = frame.Categories };
        return new("report_lead", slots, confidence, [.. scored.Take(3).Select(s => s.Intent.Name)], [.. verdict.Evidence.Select(Line)]);
    }

    private static ItemSaid Item(Reading reading, ItemStretch stretch)
    {
        var unit = stretch.Unit is { } hit ? new UnitSaid(reading.Folded.Slice(hit.Start, hit.End), hit.Units) : null;
        return new(reading.Folded.Slice(stretch.Start, stretch.End), unit, reading.Content.Categories.Of(reading.Hits, stretch.Start, stretch.End));
    }

    private DateContext Dates(ReadingContext context, string? prefer) => new(context.Now, prefer, _calendar, context.Events ?? _events) { InRequest = true };
}
