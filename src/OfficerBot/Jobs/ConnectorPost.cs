using System.Text.Json;
using System.Text.Json.Nodes;
using OfficerBot.Protocol.Activities;
using OfficerBot.Protocol.Connector;
using OfficerBot.Storage;

namespace OfficerBot.Jobs;

/// <summary>One try of one message: finds out by which operation it leaves, and calls it.</summary>
internal sealed class ConnectorPost(ConnectorClient client, SqliteStore store)
{
    private static readonly ConnectorAnswer NoWay = new(ConnectorOutcome.Forbidden, 0, default, "NoWayToChat");

    /// <summary>Sends it.</summary>
    /// <returns>The answer, and the channel's id of the message when it was taken and said one.</returns>
    public async Task<(ConnectorAnswer Answer, string? Id)> SendAsync(ConnectorLane lane, PendingMessage message, CancellationToken cancel)
    {
        if (lane.Reference(store) is not { } reference || lane.IsDead)
        {
            return (NoWay, null);
        }

        if (reference.Conversation is null)
        {
            var (opened, refusal) = await OpenAsync(lane, reference, cancel);
            if (opened is null)
            {
                return (refusal, null);
            }

            reference = opened;
        }

        return await SendAsync(lane, message, reference, cancel);
    }

    private async Task<(ConnectorAnswer, string?)> SendAsync(ConnectorLane lane, PendingMessage message, ConnectorReference reference, CancellationToken cancel)
    {
        var activity = ConnectorActivity.Of(message.Rendered, reference);
        var conversation = activity.Conversation ?? reference.Conversation!; // asked for by the caller
        if (message.Card is { } card && reference.IsTeams && Earlier(lane, card) is { } earlier)
        {
            var updated = await client.UpdateAsync(reference.ServiceUrl, conversation, earlier, ConnectorActivity.Of(message.Rendered, reference, earlier).Body, cancel);
            if (updated is not { Outcome: ConnectorOutcome.Refused, Status: 404 or 405 })
            {
                return (updated, earlier);
            }
        }

        if (activity.ReplyTo is { } replyTo)
        {
            var answer = await client.ReplyAsync(reference.ServiceUrl, conversation, replyTo, activity.Body, cancel);
            return (answer, answer.Id);
        }

        if (reference.IsTeamsChannel && activity.Conversation is null)
        {
            var thread = await client.CreateConversationAsync(reference.ServiceUrl, Thread(reference, activity.Body), cancel);
            return (thread, thread.ActivityId);
        }

        var sent = await client.SendAsync(reference.ServiceUrl, conversation, activity.Body, cancel);
        return (sent, sent.Id);
    }

    private string? Earlier(ConnectorLane lane, string card) =>
        lane.SentAs(card) ?? store.Read(s => s.Outbox.NewestOfCard(lane.Chat, card))?.ActivityId;

    // A person who has never written to us: the channel opens the conversation, and it is kept as his chat.
    private async Task<(ConnectorReference? Opened, ConnectorAnswer Answer)> OpenAsync(ConnectorLane lane, ConnectorReference reference, CancellationToken cancel)
    {
        var wish = new NewConversation
        {
            IsGroup = false,
            Bot = new ChannelAccount { Id = reference.Bot },
            Members = [new ChannelAccount { Id = reference.User }],
            TenantId = reference.Tenant,
            ChannelData = reference.Tenant is { } tenant ? Element(new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } }) : null,
        };
        var answer = await client.CreateConversationAsync(reference.ServiceUrl, wish.ToUtf8(), cancel);
        if (answer is not { Outcome: ConnectorOutcome.Taken, Id: { } id })
        {
            return (null, answer.Outcome == ConnectorOutcome.Taken ? NoWay : answer);
        }

        var opened = reference.In(id, answer.ServiceUrl);
        await store.WriteAsync(s => Keep(s, lane, id, opened), cancel);
        var known = ConnectorReference.Parse(opened);
        lane.Replace(known);
        return (known, answer);
    }

    private static bool Keep(WriteSession session, ConnectorLane lane, string conversation, string reference)
    {
        session.Chats.KeepReference(lane.Chat, reference);
        var isNew = session.Chats.SetConversation(lane.Chat, conversation);
        if (!isNew)
        {
            session.Chats.SetReachable(lane.Chat, false); // he has written meanwhile, and has a chat of his own
        }

        return isNew;
    }

    private static byte[] Thread(ConnectorReference reference, ReadOnlyMemory<byte> activity)
    {
        using var first = JsonDocument.Parse(activity);
        return new NewConversation
        {
            IsGroup = true,
            Bot = new ChannelAccount { Id = reference.Bot },
            TenantId = reference.Tenant,
            ChannelData = Element(new JsonObject { ["channel"] = new JsonObject { ["id"] = reference.Conversation } }),
            Activity = first.RootElement,
        }.ToUtf8();
    }

    private static JsonElement Element(JsonObject json) => JsonSerializer.SerializeToElement(json);
}
