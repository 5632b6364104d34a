using OfficerBot.Domain.People;
using OfficerBot.Domain.Roster;
using OfficerBot.Storage;

namespace OfficerBot.Turns;

/// <summary>Which group something said belongs to: that of the chat, else that of the speaker's newest binding, else the only one there is.</summary>
internal static class Groups
{
    public static GroupId? Of(Session session, Account by, Chat where)
    {
        if (where.Group is { } linked)
        {
            return linked;
        }

        var bound = session.Accounts.Bindings(by.Id);
        return bound.Count > 0 ? bound[0].Group : session.Notices.Groups() is [var only] ? only : null;
    }
}
