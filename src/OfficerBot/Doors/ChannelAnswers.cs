using OfficerBot.Conversation.Common;
using OfficerBot.Domain.People;
using OfficerBot.Storage;
using OfficerBot.Storage.Rows;
using OfficerBot.Turns;

namespace OfficerBot.Doors;

/// <summary>
/// Parts what a turn has to say: what belongs into the HTTP answer (a tap's answer, expected replies) is taken out of what the connector sends. The rows
/// stay, so that a repeat is given the same.
/// </summary>
internal sealed class ChannelAnswers(WriteSession session, TurnRunner turns, ChannelPost post, Account account, Chat chat)
{
    /// <summary>Parts it.</summary>
    /// <param name="changed">See <see cref="ChannelTaken"/>.</param>
    /// <param name="newest">Newest row before the turn; null when this is a repeat, whose rows are found by their keys.</param>
    public ChannelTaken Take(IReadOnlyCollection<string> changed, long? newest)
    {
        if (post.Press is null && !post.ExpectsReplies)
        {
            return new(changed, null, null);
        }

        var rows = Rows(newest);
        var invoke = post.Press is null ? null : Invoke(rows);
        var replies = post.ExpectsReplies ? rows.Where(r => invoke is not { IsTheReply: true } || r.Card is not null).ToList() : null;
        Close(invoke is { IsTheReply: true } ? rows.Where(r => r.Card is null) : []);
        Close(replies ?? []);
        return new(changed, replies?.Select(Addressed).ToList(), invoke);
    }

    private IReadOnlyList<OutgoingRow> Rows(long? newest)
    {
        if (newest is { } before && post.ExpectsReplies)
        {
            return [.. session.Outbox.WaitingIn(chat.Id).Where(r => r.Id > before)];
        }

        return Groups.Of(session, account, chat) is { } group ? session.Outbox.Under(group, post.TurnKey, chat.Id) : [];
    }

    private InvokeAnswer Invoke(IReadOnlyList<OutgoingRow> rows)
    {
        var said = rows.Where(r => r.Card is null).ToList(); // updates of a card in place are not answers
        if (post.Fault is not null && said is [var apology])
        {
            return InvokeAnswer.Failed(InvokeAnswer.TextOf(apology)) with { IsTheReply = true };
        }

        var isHis = post.Press!.OnQuestion && (!chat.IsGroup || TappedCard.IsPutTo(session, chat, account, post.Activity.ReplyToId)); // asked by the caller
        return InvokeAnswer.Of(said, chat.IsGroup, isHis)
            ?? InvokeAnswer.Said(turns.Words(said.Count > 0 ? new AnswerBelow() : new AnswerElsewhere(), account.Locale));
    }

    private void Close(IEnumerable<OutgoingRow> rows)
    {
        foreach (var row in rows.Where(r => r.State == OutgoingState.Pending))
        {
            session.Outbox.Sent(row.Id, null, post.At);
        }
    }

    private System.Text.Json.Nodes.JsonObject Addressed(OutgoingRow row) => ConnectorChats.Addressed(row.Rendered, session.Chats.Reference(chat.Id), post.Root);
}
