using OfficerBot.Conversation.Reminders;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Roster;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Common;

/// <summary>First contact with people on the roster, and the one polite line for everybody else.</summary>
internal static class Welcome
{
    private const string Teams = "msteams";

    /// <summary>Greets a person once for ever in private; nobody is greeted in a group.</summary>
    public static void Greet(Turn turn)
    {
        if (turn.InGroup)
        {
            return;
        }

        if (turn.Speaker is not { } person)
        {
            Stranger(turn, isAddressed: true); // whoever opens a private chat speaks to the bot
            return;
        }

        var greeting = For(turn, person);
        turn.Send(new Outgoing(new Route.Back(), greeting, $"welcome:{person.Id.Value}:{turn.Said.Where.Id.Value}"));
    }

    /// <summary>Says once into a group chat who has come and what is to be done first; whoever joins later is not greeted there.</summary>
    public static void Introduce(Turn turn)
    {
        Reply words = turn.Said.Where.Group is null ? new GroupHello(new WhatIsReadInGroups()) : new GroupHelloLinked(turn.Notice.GroupName, new WhatIsReadInGroups());
        turn.Send(new Outgoing(new Route.Back(), words, $"hello:{turn.Said.Where.Id.Value}"));
    }

    /// <summary>
    /// One polite line without data, each time; in a group only when addressed. The liaison gets one note per account; where there is none to be reached,
    /// the line says so.
    /// </summary>
    public static void Stranger(Turn turn, bool isAddressed)
    {
        if (!isAddressed)
        {
            return;
        }

        var number = Number(turn);
        if (!ReachableLiaisons(turn).Any())
        {
            turn.Answer(new StrangerUntold(number));
            return;
        }

        if (turn is { Said: Said.Joined, Said.By.Name.Length: 0 })
        {
            turn.Answer(new StrangerUnnamed()); // Teams names nobody who installs the app; a note without a name tells nobody who it is
            return;
        }

        turn.Answer(new Stranger());
        Note(turn, new UnknownAccount(number, Name(turn)), "unknown-account");
    }

    /// <summary>Somebody nobody knows wrote what reads like a report into the work group: he gets no answer, but it is not lost in silence.</summary>
    public static void Unfiled(Turn turn) => Note(turn, new UnknownAccountUnfiled(Number(turn), Name(turn)), "unfiled-account");

    /// <summary>The bot was taken out of the work group: whoever did it, the liaison is told, for nothing written there is filed any more.</summary>
    public static void CutOff(Turn turn)
    {
        if (turn.Said.Where is { IsGroup: true, Group: not null } group)
        {
            foreach (var liaison in ReachableLiaisons(turn))
            {
                turn.Send(new Outgoing(new Route.One(liaison.Id), new GroupCutOff(group.Channel == Teams ? "Teams" : group.Channel)));
            }
        }
    }

    /// <summary>Greets somebody whose account has just been bound, in the private chat in which he can be reached now.</summary>
    public static void Newcomer(Turn turn, Person person)
    {
        if (turn.Ledger.People.ReachableChat(person.Id) is { } chat)
        {
            turn.Send(new Outgoing(new Route.One(person.Id), For(turn, person), $"welcome:{person.Id.Value}:{chat.Id.Value}"));
        }
    }

    // Once per account and liaison.
    private static void Note(Turn turn, Reply note, string kind)
    {
        foreach (var liaison in ReachableLiaisons(turn))
        {
            turn.Send(new Outgoing(new Route.One(liaison.Id), note, $"{kind}:{Number(turn)}:{liaison.Id.Value}"));
        }
    }

    private static string Number(Turn turn) => turn.Said.By.Id.Value.ToString(CultureInfo.InvariantCulture);

    private static string Name(Turn turn) => turn.Said.By.Name is { Length: > 0 } name ? name : "—";

    private static IEnumerable<Person> ReachableLiaisons(Turn turn) =>
        turn.Roster.Holding(Roles.Liaison).Where(l => turn.Ledger.People.ReachableChat(l.Id) is not null);

    private static Reply For(Turn turn, Person person) => person.KeepsBooks && !person.ReportsForUnit
        ? new FirstContactLiaison(person.Names(), turn.Notice.GroupName, new WhatIsKept())
        : new FirstContact(person.Names(), turn.Roster[person.Unit].Names(), turn.Notice.GroupName, new WhatIsKept());
}
