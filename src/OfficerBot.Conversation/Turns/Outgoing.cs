using OfficerBot.Conversation.Replies;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Turns;

/// <summary>To whom an answer goes; each channel maps the three routes to what it has.</summary>
public abstract record Route
{
    private Route()
    {
    }

    /// <summary>Back into the chat it answers.</summary>
    public sealed record Back : Route;

    /// <summary>To the group's chats.</summary>
    public sealed record Group : Route;

    /// <summary>To one person in private; nothing is sent when he cannot be reached (ask <c>ILedger.People.ReachableChat</c> first).</summary>
    public sealed record One(PersonId Person) : Route;
}

/// <summary>Something to be sent: a row first, rendered for its receiver in the transaction that decided it.</summary>
/// <param name="Key">Unique for ever inside the group; a repeat with the same key does nothing. Null: made from the turn.</param>
/// <param name="Card">Messages of one card key update each other in place where the channel can edit; null: a message of its own.</param>
/// <param name="Files">Files to go with it.</param>
/// <param name="OnlyUpdates">Sent only where a message of this card exists already and can be edited; never makes a new one.</param>
public sealed record Outgoing(
    Route Route, Reply Reply, string? Key = null, string? Card = null, IReadOnlyList<ReplyFile>? Files = null, bool OnlyUpdates = false);

/// <summary>A file that goes with an answer. A receiver opens it by an unguessable link.</summary>
public sealed record ReplyFile(string Name, string ContentType, byte[] Bytes);
