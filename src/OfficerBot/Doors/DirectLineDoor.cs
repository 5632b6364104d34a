using System.Text.Json.Nodes;
using NodaTime;
using OfficerBot.Clocks;
using OfficerBot.Conversation.Turns;
using OfficerBot.Conversation.Understanding.Items;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.People;
using OfficerBot.Protocol;
using OfficerBot.Protocol.Activities;
using OfficerBot.Protocol.DirectLine;
using OfficerBot.Storage;
using OfficerBot.Storage.Rows;
using OfficerBot.Turns;

namespace OfficerBot.Doors;

/// <summary>
/// The Direct Line door. A post is one job of the writer: known repeats are answered with their first id, the user's activity is appended, the turn is
/// run and its answers appended, all in one job of the writer; the answer leaves after the commit, and the sockets are woken then.
/// </summary>
internal sealed partial class DirectLineDoor(
    SqliteStore store, OfficeClock office, TimeProvider machine, TurnRunner turns, DirectLineWriter writer, DirectLineHub hub,
    Keeping keeping, FilesAhead ahead, ILogger<DirectLineDoor> log) : IDirectLineDoor
{
    /// <summary>Private conversations one user may have; of more, those longest idle end.</summary>
    public const int MostOpen = 50;

    private static readonly Duration RepeatsComeWithin = Duration.FromMinutes(10);

    /// <inheritdoc/>
    public async Task<StartResult> StartedAsync(StartedConversation started, CancellationToken cancel)
    {
        var now = office.GetCurrentInstant();
        try
        {
            var (result, changed) = await store.WriteAsync(s => Start(s, started, now), cancel);
            Publish(changed);
            await EndOldestAsync(started, result, cancel);
            return result;
        }
        catch (StoreUnavailableException e)
        {
            NotStored(e.Reason, LoggedCause.Of(e));
            return StartResult.Busy;
        }
    }

    /// <inheritdoc/>
    public async Task<PostResult> PostAsync(IncomingPost post, CancellationToken cancel)
    {
        var now = office.GetCurrentInstant();
        IReadOnlyList<ReadyFile> files = [];
        try
        {
            files = await ReadyAsync(post, cancel);
            var (result, changed) = await store.WriteAsync(s => Post(s, post, files, now, Fault.None), cancel);
            Publish(changed);
            return result;
        }
        catch (StoreUnavailableException e)
        {
            NotStored(e.Reason, LoggedCause.Of(e));
            hub.Pass(post.ConversationId, Unstored(post));
            return new PostResult.Busy(TimeSpan.FromSeconds(30));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return await AnswerFaultAsync(post, files, now, e, cancel); // one of the four edges: the person always gets an answer, the log the cause
        }
    }

    // Only ids that a token vouches for: others are anybody's.
    private async Task EndOldestAsync(StartedConversation started, StartResult result, CancellationToken cancel)
    {
        if (result != StartResult.New || started.User is not { } user || !user.Id.StartsWith("dl_", StringComparison.Ordinal)
            || store.Read(s => s.DirectLine.OpenOf(user.Id, DirectLineRooms.Private)) is not { Count: > MostOpen } open)
        {
            return;
        }

        var ended = open.Where(id => id != started.ConversationId && !hub.IsWatched(id)).Take(open.Count - MostOpen).ToList();
        await store.WriteAsync(s => DirectLineRooms.End(s, ended), cancel);
        ended.ForEach(hub.Ended);
    }

    private async Task<PostResult> AnswerFaultAsync(IncomingPost post, IReadOnlyList<ReadyFile> files, Instant now, Exception cause, CancellationToken cancel)
    {
        var fault = new Fault(UnguessableKey.New()[..6]);
        TurnFailed(fault.Number!, LoggedCause.Of(cause));
        var (result, changed) = await store.WriteAsync(s => Post(s, post, files, now, fault), cancel);
        Publish(changed);
        return result;
    }

    private (StartResult Result, IReadOnlyCollection<string> Changed) Start(WriteSession session, StartedConversation started, Instant now)
    {
        var conversation = session.DirectLine.Start(started.ConversationId, DirectLineRooms.Private, Instant.FromDateTimeOffset(machine.GetUtcNow()));
        if (conversation.IsOver)
        {
            return (StartResult.Ended, []);
        }

        if (started.User is not { } user || !session.DirectLine.Join(conversation.Id, user.Id))
        {
            return (StartResult.Known, []);
        }

        var account = session.Accounts.FindOrCreate(DirectLineWriter.Channel, user.Id, user.Name ?? "", LocaleOf(started.Locale));
        if (started.Locale is { Length: > 0 } && account.Locale != LocaleOf(started.Locale))
        {
            account = session.Accounts.SetLocale(account, LocaleOf(started.Locale)); // the greeting is in the language of the page
        }

        var chat = ChatOf(session, conversation, account, now);
        return (StartResult.New, turns.Run(session, new Said.Joined(account, chat, now), $"join:{conversation.Id}:{account.Id.Value}", null));
    }

    private (PostResult Result, IReadOnlyCollection<string> Changed) Post(
        WriteSession session, IncomingPost post, IReadOnlyList<ReadyFile> ready, Instant now, Fault fault)
    {
        if (session.DirectLine.Find(post.ConversationId) is not { IsOver: false } conversation)
        {
            return (new PostResult.ConversationEnded(), []);
        }

        if (KnownRepeat(session, post) is { } first)
        {
            return (new PostResult.Accepted(first), []);
        }

        session.DirectLine.Join(conversation.Id, post.User.Id);
        var account = Speaker(session, post);
        var chat = ChatOf(session, conversation, account, now);
        var files = HandOut(session, post, ready);
        var target = DirectLineEdits.Apply(session, post, conversation, turns);
        var id = target is null ? Append(session, post, conversation, account, now) : target.Id;
        var said = ActivityWords.Of(post.Activity, account, chat, now, id, files);
        if (said is null)
        {
            return (new PostResult.Accepted(id), [conversation.Id]);
        }

        said = Quotes.With(session, said, post.Activity);
        var changed = fault.Number is { } number
            ? turns.Apologise(session, said, $"turn:{id}", id, number)
            : turns.Run(session, said, target is null ? $"turn:{id}" : $"turn:{id}:{target.Version}", id);
        return (new PostResult.Accepted(id), [conversation.Id, .. changed]);
    }

    private string? KnownRepeat(WriteSession session, IncomingPost post)
    {
        var since = Instant.FromDateTimeOffset(machine.GetUtcNow()) - RepeatsComeWithin;
        return post.ClientActivityId is { } mark && session.DirectLine.FindByClientId(post.ConversationId, mark, since) is { } sequence
            ? new StampPlace(post.ConversationId, sequence, default).ActivityId
            : null;
    }

    private static Account Speaker(WriteSession session, IncomingPost post)
    {
        var account = session.Accounts.FindOrCreate(DirectLineWriter.Channel, post.User.Id, post.User.Name ?? "", LocaleOf(post.Activity.Locale));
        return MessageLanguage.Of(post.Activity.Text ?? "") is { } locale && locale != account.Locale ? session.Accounts.SetLocale(account, locale) : account;
    }

    private static Chat ChatOf(WriteSession session, DirectLineConversation conversation, Account account, Instant now)
    {
        var isGroup = conversation.Kind == DirectLineRooms.Group;
        return session.Chats.FindOrCreate(DirectLineWriter.Channel, conversation.Id, isGroup, isGroup ? null : account.Id, true, now);
    }

    private async Task<IReadOnlyList<ReadyFile>> ReadyAsync(IncomingPost post, CancellationToken cancel) => post.Uploads.Count == 0 ? [] : await ahead.MakeAsync(
        DirectLineWriter.Channel, post.User.Id, post.Uploads.Select(u => new SaidFile(u.Name, u.ContentType, u.Bytes)), keepsAll: true, cancel);

    private ReceivedFiles HandOut(WriteSession session, IncomingPost post, IReadOnlyList<ReadyFile> ready)
    {
        var pictures = new List<Picture>();
        var others = new List<SaidFile>();
        foreach (var (upload, (file, key)) in post.Uploads.Zip(ready))
        {
            session.Uploads.Add(new UploadRow(upload.Id, null, file.Name, file.ContentType, key!, keeping.UploadedUntil())); // here all are kept
            if (ActivityWords.IsPicture(file.ContentType))
            {
                pictures.Add(new Picture(key!, file.ContentType, file.Name, file.Bytes.Length));
            }
            else
            {
                others.Add(file);
            }
        }

        return new(pictures, others);
    }

    private string Append(WriteSession session, IncomingPost post, DirectLineConversation conversation, Account account, Instant now)
    {
        var person = TurnRunner.PersonOf(session, account);
        var user = new DirectLineUser(post.User.Id, person?.Name ?? post.User.Name ?? (account.Name.Length > 0 ? account.Name : null));
        var raw = post.Raw.DeepClone().AsObject();
        var data = raw["channelData"] as JsonObject ?? [];
        data["at"] = OfficeTime.Minute(TurnRunner.Local(session, account, now));
        data["unit"] = person?.Unit;
        if (data.Parent is null)
        {
            raw["channelData"] = data;
        }

        return writer.Append(session, conversation, place => ActivityStamp.ForUser(raw, place, user), post.ClientActivityId);
    }

    private string Unstored(IncomingPost post)
    {
        var words = turns.Words(new Conversation.Common.StoreUnavailable(), LocaleOf(post.Activity.Locale));
        var activity = new JsonObject { ["type"] = "message", ["text"] = words, ["textFormat"] = "plain" };
        return ActivityStamp.ForPassing(activity, post.ConversationId, writer.Bot, "bot");
    }

    private void Publish(IReadOnlyCollection<string> changed)
    {
        foreach (var conversation in changed.Distinct())
        {
            hub.Published(conversation);
        }
    }

    private static string LocaleOf(string? locale) => locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? "en" : "zh";

    private sealed record Fault(string? Number)
    {
        public static Fault None { get; } = new((string?)null);
    }

    [LoggerMessage(101, LogLevel.Error, "A message could not be stored: {Reason}. {Cause}")]
    private partial void NotStored(UnavailableReason reason, string cause);

    [LoggerMessage(102, LogLevel.Error, "A turn failed; the person was told fault {Number}. {Cause}")]
    private partial void TurnFailed(string number, string cause);
}
