using System.Text.Json.Nodes;
using OfficerBot.Protocol.Activities;
using OfficerBot.Protocol.DirectLine;

namespace OfficerBot.Tests.Protocol.Host;

/// <summary>
/// The host's side of Direct Line with an echo bot, kept in memory. It outlives the server that it is given to, as a database would.
/// </summary>
public sealed class InMemoryOffice(TimeProvider machineTime) : IConversationLog, IDirectLineDoor, IAttachmentStore
{
    private static readonly DirectLineUser Bot = new("officerbot", "Bot");

    private readonly Lock door = new();
    private readonly Dictionary<string, InMemoryConversation> conversations = [];
    private readonly Dictionary<string, StoredAttachment> files = [];

    /// <summary>Set by the server that runs now.</summary>
    public DirectLineHub Hub { get; set; } = new();

    /// <summary>What the bot heard as first contact, in order.</summary>
    public List<StartedConversation> FirstContacts { get; } = [];

    public List<IncomingPost> Posts { get; } = [];

    /// <summary>Names that the host knows, by user id.</summary>
    public Dictionary<string, string> Names { get; } = [];

    /// <summary>Thrown by every read while set.</summary>
    public Exception? Broken { get; set; }

    /// <summary>Answered to every post while set.</summary>
    public PostResult? Refusal { get; set; }

    public Task<ConversationState?> FindAsync(string conversationId, CancellationToken cancel)
    {
        lock (door)
        {
            return Broken is null
                ? Task.FromResult(conversations.TryGetValue(conversationId, out var found) ? found.State : null)
                : Task.FromException<ConversationState?>(Broken);
        }
    }

    public Task<IReadOnlyList<LoggedActivity>> ReadAsync(string conversationId, long afterChange, int max, CancellationToken cancel)
    {
        lock (door)
        {
            return Task.FromResult(conversations.TryGetValue(conversationId, out var found) ? found.Read(afterChange, max) : []);
        }
    }

    public Task<StartResult> StartedAsync(StartedConversation started, CancellationToken cancel)
    {
        lock (door)
        {
            var conversation = conversations.TryGetValue(started.ConversationId, out var known)
                ? known
                : conversations[started.ConversationId] = new InMemoryConversation(started.ConversationId);
            if (!conversation.Known.Add(started.User?.Id ?? ""))
            {
                return Task.FromResult(StartResult.Known);
            }

            FirstContacts.Add(started);
            return Task.FromResult(StartResult.New);
        }
    }

    public Task<PostResult> PostAsync(IncomingPost post, CancellationToken cancel)
    {
        if (Refusal is not null)
        {
            return Task.FromResult(Refusal);
        }

        string id;
        lock (door)
        {
            Posts.Add(post);
            id = Take(conversations[post.ConversationId], post);
        }

        Hub.Published(post.ConversationId);
        return Task.FromResult<PostResult>(new PostResult.Accepted(id));
    }

    Task<StoredAttachment?> IAttachmentStore.FindAsync(string id, CancellationToken cancel)
    {
        lock (door)
        {
            return Task.FromResult(files.GetValueOrDefault(id));
        }
    }

    /// <summary>The bot says something of its own accord.</summary>
    public string Say(string conversationId, string text)
    {
        string id;
        lock (door)
        {
            id = conversations[conversationId].Append(machineTime.GetUtcNow(), place => ActivityStamp.ForBot(Reply(text, null), place, Bot));
        }

        Hub.Published(conversationId);
        return id;
    }

    public void Update(string conversationId, string activityId, string text)
    {
        lock (door)
        {
            conversations[conversationId].Update(activityId, Reply(text, null));
        }

        Hub.Published(conversationId);
    }

    public void Forget(string conversationId)
    {
        lock (door)
        {
            conversations.Remove(conversationId);
        }
    }

    private string Take(InMemoryConversation conversation, IncomingPost post)
    {
        if (post.ClientActivityId is { } mark && conversation.Repeats.TryGetValue(mark, out var first))
        {
            return first;
        }

        foreach (var upload in post.Uploads)
        {
            files[upload.Id] = new StoredAttachment(upload.Name, upload.ContentType, upload.Bytes);
        }

        var user = post.User with { Name = Names.GetValueOrDefault(post.User.Id) ?? post.User.Name };
        var id = conversation.Append(machineTime.GetUtcNow(), place => ActivityStamp.ForUser(post.Raw, place, user));
        conversation.Append(machineTime.GetUtcNow(), place => ActivityStamp.ForBot(Reply($"echo: {post.Activity.Text}", id), place, Bot));
        if (post.ClientActivityId is { } key)
        {
            conversation.Repeats[key] = id;
        }

        return id;
    }

    private static JsonObject Reply(string text, string? replyToId) => ActivityJson.WriteObject(new Activity
    {
        Type = ActivityTypes.Message,
        Text = text,
        TextFormat = TextFormatTypes.Plain,
        ReplyToId = replyToId,
    });
}
