using NodaTime;
using OfficerBot.Domain.People;
using OfficerBot.Doors;
using OfficerBot.Domain.Roster;
using OfficerBot.Storage;

namespace OfficerBot.Requests;

/// <summary>Does what an operator asked for, inside a job of the writer. Doing it twice changes nothing the second time.</summary>
internal static class RequestDesk
{
    private const string How = "command";

    /// <summary>Does it, or says why not.</summary>
    public static RequestAnswer Do(WriteSession session, OperatorRequest request, Instant now) => request switch
    {
        OperatorRequest.Bind bind => Bind(session, bind, now),
        OperatorRequest.Link link => Link(session, link, now),
        OperatorRequest.Import import => NoSuchGroup(session, import.Group) ?? FirstRoster.Import(session, import, now),
        _ => throw new ArgumentOutOfRangeException(nameof(request)),
    };

    private static RequestAnswer Bind(WriteSession session, OperatorRequest.Bind wish, Instant now)
    {
        if (NoSuchGroup(session, wish.Group) is { } refusal)
        {
            return refusal;
        }

        var found = session.Notices.Groups().Where(g => wish.Group is null || g.Value == wish.Group)
            .SelectMany(g => PersonSearch.In(session.Ledger(g).Roster, wish.Person).Select(p => (Group: g, Person: p))).ToList();
        if (found is not [var (group, person)])
        {
            return found.Count == 0
                ? RequestAnswer.Refused($"Nobody on the roster is “{wish.Person}”.")
                : RequestAnswer.Refused([$"“{wish.Person}” may be {found.Count} people; say --person with the id:", .. found.Select(f => Shown(session, f.Group, f.Person))]);
        }

        if (AccountOf(session, wish) is not { } account)
        {
            return RequestAnswer.Refused($"There is no account {wish.Account}.");
        }

        var people = session.Ledger(group).People;
        if (people.Get(account.Id).Person != person.Id)
        {
            people.Bind(account.Id, person.Id, null, How, now);
            session.Ledger(group).Audit(null, "account.bind", $"{account.Id.Value}:{person.Id.Value}", now);
        }

        return new(true, [$"{account.Channel} {account.User} is now {Shown(session, group, person).Trim()}."]);
    }

    private static Account? AccountOf(WriteSession session, OperatorRequest.Bind wish) =>
        wish.Account is { } number ? session.Accounts.Find(new AccountId(number)) : session.Accounts.FindOrCreate(wish.Channel, wish.User, "", "zh");

    private static RequestAnswer Link(WriteSession session, OperatorRequest.Link wish, Instant now)
    {
        if (NoSuchGroup(session, wish.Group) is { } refusal)
        {
            return refusal;
        }

        var group = new GroupId(wish.Group);
        var chat = session.Chats.FindOrCreate(wish.Channel, wish.Conversation, true, null, ChannelTraits.Of(wish.Channel).CanUpdate, now);
        if (!chat.IsGroup)
        {
            return RequestAnswer.Refused($"{wish.Channel} {wish.Conversation} is a private chat; only a chat of several people can be a group's.");
        }

        if (chat.Group != group)
        {
            session.Ledger(group).People.Link(chat.Id, null, How, now);
            session.Ledger(group).Audit(null, "chat.link", $"{chat.Id.Value}", now);
        }

        return new(true, [$"{wish.Channel} {wish.Conversation} is now a chat of the group {wish.Group}."]);
    }

    private static RequestAnswer? NoSuchGroup(WriteSession session, string? group)
    {
        var groups = session.Notices.Groups().Select(g => g.Value).ToList();
        return group is null || groups.Contains(group) ? null : RequestAnswer.Refused($"There is no group “{group}”. Groups: {string.Join(", ", groups)}.");
    }

    private static string Shown(WriteSession session, GroupId group, Person person) =>
        $"  {person.Id.Value}  {session.Ledger(group).Roster[person.Unit].Name} {person.Name} {person.Title}".TrimEnd() + $" ({group.Value})";
}
