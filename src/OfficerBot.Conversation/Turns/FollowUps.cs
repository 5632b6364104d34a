using OfficerBot.Conversation.RollCalls;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Turns;

/// <summary>
/// Completes what only makes sense after the last request: 那昨天呢, 他电话呢, 不是，是白沙镇, 再发一遍. How people say it stands in
/// dialogs/common/follow.*.rule; what it changes is decided here.
/// </summary>
internal sealed class FollowUps(ReadMessage reader)
{
    // What can be asked again with another day, unit or person; what changes something is always said in full.
    private static readonly HashSet<string> Followable =
        ["who_missing", "list_leads", "my_status", "find_contact", "ranking", "deadline_query", "task_progress", "roster_missing", "export", "compile_report"];

    /// <summary>True for the intents that something may follow.</summary>
    public static bool MayFollow(string intent) => Followable.Contains(intent);

    /// <summary>那昨天呢 is completed by what was asked before; what was asked is kept in the turn for what may follow.</summary>
    public void Follow(Turn turn, string text, ReadingContext context)
    {
        var said = turn.Understood.Intent;
        turn.Understood = Complete(turn.Understood, turn.Recent, context);
        if (IsFollowing(turn.Understood.Intent))
        {
            turn.Understood = Understood.None; // it led to nothing
        }

        if (turn.Understood.Intent is "none" or "greeting" or "help" or "remind_now")
        {
            return; // a word between question and question closes nothing
        }

        var follows = IsFollowing(said) && turn.Recent is not null;
        turn.Recent = !MayFollow(turn.Understood.Intent) ? null
            : follows ? turn.Recent!.And(text, turn.Understood.Intent)
            : turn.Understood.Slots.Leads is [{ Day: { } day } lead] ? new([new LeadNumber(day, lead.Sequence).ToString()], "list_leads") // 谁报的 says nothing by itself later
            : new([text], turn.Understood.Intent);
    }

    /// <summary>What is asked, with what the last request said and this one leaves out; as it was understood when it follows nothing.</summary>
    /// <param name="context">The context the message was read in, with the last request's intent.</param>
    private Understood Complete(Understood said, RecentRequest? last, ReadingContext context)
        => last is null ? said : said.Intent switch
        {
            "follow_up" or "follow_ahead" => Followed(said, last, context),
            "follow_status" => StatusOf(Again(last, context), context) ?? said,
            "follow_count" => ListOf(Again(last, context), context) is var counted ? counted with { Slots = counted.Slots with { Agg = "count", Leads = [] } } : said,
            "follow_export" => Again(last, context) is var listed ? listed with { Intent = "export", Slots = listed.Slots with { What = listed.Intent == "who_missing" ? WhoIsMissing.Found : "leads" } } : said,
            "follow_contact" => ContactOf(Again(last, context)),
            "follow_remind" => Reminded(said, Again(last, context)),
            "follow_all" => Again(last, context) is var narrow ? narrow with { Slots = narrow.Slots with { Units = [], Groups = [], Persons = [], Categories = [], ExceptUnits = [], ExceptGroups = [] } } : said,
            "follow_own" when context.Unit is { } own => Merged(Again(last, context), said with { Slots = new Slots { Units = [new("", [own])] } }),
            "follow_leads" => ListOf(Again(last, context), context),
            "follow_again" => Again(last, context),
            "follow_more" => Again(last, context) is var more ? more with { Slots = more.Slots with { Page = more.Slots.Page + 1 } } : said,
            "follow_correction" when said.Slots.Text is { Length: > 0 } meant => Corrected(said, meant, last, context),
            _ => said,
        };

    /// <summary>True for the intents that stand for nothing by themselves.</summary>
    private static bool IsFollowing(string intent) => intent.StartsWith("follow_", StringComparison.Ordinal);

    private Understood Followed(Understood said, RecentRequest last, ReadingContext context)
    {
        var asked = Again(last, context);
        var slots = said.Slots;
        var saysWho = slots.Units.Count + slots.Groups.Count + slots.Persons.Count > 0 || slots.Title is not null || slots.LeavesOut;
        if (asked.Intent == "find_contact" && !saysWho)
        {
            return Before(last, context) is { } list ? Merged(list, said) : said; // a contact has no days: 上周呢 means the list asked for before
        }

        var saysMore = saysWho || slots.When is not null || slots.Event is not null || slots.Scope is not null || slots.Agg is not null
            || slots.Categories.Count > 0 || slots.Format is not null || slots.Kind is not null;
        return saysMore ? Merged(asked, said) : said;
    }

    // What was asked before the contact, in the same chain of questions; null when it began with the contact.
    private Understood? Before(RecentRequest last, ReadingContext context)
    {
        for (var count = last.Texts.Count - 1; count > 0; count--)
        {
            if (Again(last with { Texts = [.. last.Texts.Take(count)] }, context) is { Intent: not "find_contact" } list)
            {
                return list;
            }
        }

        return null;
    }

    // 他报了吗 after a contact: his unit; after a roll call the units asked about.
    private static Understood? StatusOf(Understood asked, ReadingContext context)
    {
        var units = asked.Slots.Units.Count > 0 ? asked.Slots.Units
            : [.. asked.Slots.Persons.Where(p => p.Candidates.Count == 1).Select(p => context.Roster.Find(p.Candidates[0])?.Unit).OfType<UnitId>().Distinct().Select(u => new UnitSaid("", [u]))];
        return units.Count + asked.Slots.Leads.Count == 0 ? null : asked with { Intent = "my_status", Slots = new Slots { Units = units, Leads = asked.Slots.Leads, Range = asked.Slots.Range, Event = asked.Slots.Event, EventSpan = asked.Slots.EventSpan } };
    }

    // After a roll call the numbers of those who are missing are meant.
    private static Understood ContactOf(Understood asked) => asked with
    {
        Intent = "find_contact", Slots = asked.Intent == "who_missing" ? asked.Slots with { What = WhoIsMissing.Found } : asked.Slots,
    };

    // 催一下他们 after a question about some units: they, and nobody else. After one about all, whoever owes.
    private static Understood Reminded(Understood said, Understood asked)
    {
        var slots = asked.Slots;
        var isAboutSome = slots.Units.Count + slots.Groups.Count > 0 || slots.LeavesOut || slots.Other.ContainsKey(WhoMissedOften.Slot);
        return said with
        {
            Intent = "remind_now",
            Slots = !isAboutSome ? said.Slots
                : asked.Intent == "who_missing" ? slots with { What = WhoIsMissing.Found, Scope = slots.Scope ?? "lead" } // what such a roll call shows
                : slots,
        };
    }

    // 我们报了几条, 都是哪些: one's own unit is meant where none was named.
    private static Understood ListOf(Understood asked, ReadingContext context) => asked with
    {
        Intent = "list_leads",
        Slots = asked.Slots with
        {
            Agg = null, Scope = null,
            Units = asked.Intent == "my_status" && asked.Slots.Units.Count == 0 && context.Unit is { } own ? [new("", [own])] : asked.Slots.Units,
        },
    };

    private Understood Corrected(Understood said, string meant, RecentRequest last, ReadingContext context)
    {
        var read = reader(meant, context with { IsAddressed = true });
        return read.Intent is "follow_correction" or "none" ? said : Complete(read, last, context);
    }

    private Understood Again(RecentRequest last, ReadingContext context)
    {
        var asked = reader(last.Texts[0], context with { LastIntent = null, IsAddressed = true });
        return last.Texts.Skip(1).Aggregate(asked, (before, text) => Complete(
            reader(text, context with { LastIntent = before.Intent, IsAddressed = true }), new([.. Before(last, text)], before.Intent), context));
    }

    private static IEnumerable<string> Before(RecentRequest last, string text) => last.Texts.TakeWhile(t => !ReferenceEquals(t, text));

    private static Understood Merged(Understood asked, Understood now) => asked with
    {
        Slots = Merged(asked.Slots, now.Slots), Confidence = Math.Min(asked.Confidence, now.Confidence), Fired = [.. now.Fired, .. asked.Fired],
    };

    /// <summary>What is said now takes the place of the same kind of thing said before; another unit or person takes the place of both.</summary>
    private static Slots Merged(Slots before, Slots now)
    {
        var merged = before;
        if (now.When is not null || now.Event is not null)
        {
            merged = merged with { Range = now.Range, Event = now.Event, EventSpan = now.EventSpan };
        }

        if (now.Units.Count > 0 || now.Groups.Count > 0 || now.Persons.Count > 0)
        {
            merged = merged with { Units = now.Units, Groups = now.Groups, Persons = now.Persons, Phone = null, ExceptUnits = [], ExceptGroups = [] };
        }

        if (now.LeavesOut)
        {
            merged = merged with { ExceptUnits = now.ExceptUnits, ExceptGroups = now.ExceptGroups };
        }

        return merged with
        {
            Title = now.Title ?? merged.Title, Scope = now.Scope ?? merged.Scope, Agg = now.Agg ?? merged.Agg, Page = 0,
            Categories = now.Categories.Count > 0 ? now.Categories : merged.Categories,
            Leads = now.Leads,
            Format = now.Format ?? merged.Format, Kind = now.Kind ?? merged.Kind,
        };
    }
}
