using NodaTime;
using OfficerBot.Conversation.Turns;
using OfficerBot.Conversation.Understanding.Items;
using OfficerBot.Domain.People;
using OfficerBot.Domain.Text;
using OfficerBot.Protocol.Activities;
using OfficerBot.Storage;
using OfficerBot.Turns;

namespace OfficerBot.Doors;

/// <summary>
/// What a channel's activity does to the books, inside one job of the writer: a known repeat does nothing, account, chat and reference are brought up to
/// date, the turn is run, and answers that belong into the HTTP answer are taken out of what is to be sent.
/// </summary>
internal sealed class ChannelTurns(TimeProvider machine, TurnRunner turns)
{
    private const int LongestName = 200;

    /// <summary>Takes it.</summary>
    public ChannelTaken Take(WriteSession session, ChannelPost post) => post.Kind switch
    {
        ActivityTypes.Message or ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete or ActivityTypes.Invoke => TakeWords(session, post),
        _ when post.Fault is not null => ChannelTaken.Nothing, // nobody waits for words about what he did not say
        ActivityTypes.Command => UnsupportedCommand.Take(session, post, Instant.FromDateTimeOffset(machine.GetUtcNow())),
        ActivityTypes.ConversationUpdate => TakeMembers(session, post),
        ActivityTypes.InstallationUpdate => TakeInstallation(session, post),
        _ => ChannelTaken.Nothing,
    };

    /// <summary>True for what came before.</summary>
    public static bool Knows(Session session, ChannelPost post) => post.Mark is { } mark && session.Dedupe.Knows(post.Place.Channel, post.Place.Wire, mark);

    private ChannelTaken TakeWords(WriteSession session, ChannelPost post)
    {
        var isFirst = post.Mark is null || session.Dedupe.IsFirst(
            post.Place.Channel, post.Place.Wire, post.Mark, Instant.FromDateTimeOffset(machine.GetUtcNow()));
        if (!isFirst && !post.ExpectsReplies && post.Press is null)
        {
            return ChannelTaken.Nothing;
        }

        var account = Speaker(session, post.Place.Channel, post.Activity.From!, post); // refused before without
        var chat = ChannelChats.Of(session, post.Place, post.Activity, account, post.At);
        WishedChats.Note(session, post.Place, post.Activity, account, post.At);
        var newest = post.ExpectsReplies ? session.Outbox.Newest() : 0;
        var changed = isFirst ? Run(session, post, account, chat) : [];
        return new ChannelAnswers(session, turns, post, account, chat).Take(changed, isFirst ? newest : null);
    }

    private IReadOnlyCollection<string> Run(WriteSession session, ChannelPost post, Account account, Chat chat)
    {
        Said said = post.Press is { } press
            ? new Said.Words(account, chat, post.At, null, CleanText.Of(press.Words), [], [], true, post.Activity.ReplyToId)
            : ActivityWords.Of(post.Activity, account, chat, post.At, post.Id, post.Files.Keep(session))!; // these kinds are turns
        var replyTo = post.Kind == ActivityTypes.MessageDelete ? null : post.Activity.Id;
        said = Quotes.With(session, OfAnothers(session, post, said), post.Activity);
        return post.Fault is { } fault
            ? turns.Apologise(session, said, post.TurnKey, replyTo, fault, post.Place.Thread)
            : turns.Run(session, said, post.TurnKey, replyTo, post.Place.Thread);
    }

    // Of a tap alone: who types an answer, in reply to whatever, says it himself.
    private static Said OfAnothers(Session session, ChannelPost post, Said said) => said is Said.Words words
        && (post.Press is not null || CardPress.WordsIn(post.Activity.Value) is not null) && TappedCard.IsPutToAnother(session, said.Where, said.By, post.Activity.ReplyToId)
            ? words with { IsOfAnothersCard = true, RepliesTo = null } // nor is it said of the leads named there
            : said;

    private ChannelTaken TakeMembers(WriteSession session, ChannelPost post)
    {
        var activity = post.Activity;
        if (activity.MembersRemoved?.Any(m => IsBot(activity, m)) == true)
        {
            return TakeRemoval(session, post);
        }

        var botCame = activity.MembersAdded?.Any(m => IsBot(activity, m)) == true;
        if (activity.MembersAdded is not { Count: > 0 } || (post.Place.IsGroup && !botCame))
        {
            return ChannelTaken.Nothing; // whoever joins a group later is not greeted there
        }

        var user = activity.MembersAdded.Append(activity.From).FirstOrDefault(m => IsUser(activity, m));
        var account = user is null ? null : Speaker(session, post.Place.Channel, user, post);
        var chat = ChannelChats.Of(session, post.Place, WithUser(activity, user), account, post.At);
        return account is null ? ChannelTaken.Nothing : Greet(session, post, account, chat);
    }

    // The key makes it once per person and chat, and once for ever in a group. A channel's client never sees this activity, so it is nothing to answer to.
    private ChannelTaken Greet(WriteSession session, ChannelPost post, Account account, Chat chat)
    {
        Said said = chat.IsGroup ? new Said.Invited(account, chat, post.At) : new Said.Joined(account, chat, post.At);
        var newest = post.ExpectsReplies ? session.Outbox.Newest() : 0;
        var changed = turns.Run(session, said, $"join:{chat.Id.Value}:{account.Id.Value}", null);
        return new ChannelAnswers(session, turns, post, account, chat).Take(changed, newest);
    }

    // Teams tells of it twice, as a member that left and as an installation that ended.
    private ChannelTaken TakeRemoval(WriteSession session, ChannelPost post) =>
        ChannelChats.Leave(session, post.Place) is { } left && IsUser(post.Activity, post.Activity.From) && post.Activity.From is { } user
            ? new(turns.Run(session, new Said.Removed(Speaker(session, post.Place.Channel, user, post), left, post.At), $"removal:{left.Id.Value}:{post.At.ToUnixTimeTicks()}", null), null, null)
            : ChannelTaken.Nothing;

    private ChannelTaken TakeInstallation(WriteSession session, ChannelPost post)
    {
        if (post.Activity.Action?.StartsWith("remove", StringComparison.Ordinal) == true)
        {
            return TakeRemoval(session, post);
        }

        if (post.Activity.Action?.StartsWith("add", StringComparison.Ordinal) == true)
        {
            var account = IsUser(post.Activity, post.Activity.From) && post.Activity.From is { } user ? Speaker(session, post.Place.Channel, user, post) : null;
            ChannelChats.Of(session, post.Place, post.Activity, account, post.At);
        }

        return ChannelTaken.Nothing;
    }

    // Direct Line of the cloud tells of a client without a name as of a member called like the conversation.
    private static bool IsUser(Activity activity, ChannelAccount? member) =>
        member?.Id is { Length: > 0 } id && !IsBot(activity, member) && id != activity.Conversation?.Id;

    private static bool IsBot(Activity activity, ChannelAccount member) => member.Id is { } id && id == activity.Recipient?.Id;

    // The other side of a private chat is the user, also where the bot's own coming is told in the bot's name.
    private static Activity WithUser(Activity activity, ChannelAccount? user) => user is null || ReferenceEquals(activity.From, user) || activity.From?.Id == user.Id
        ? activity
        : activity with { From = user };

    private static Account Speaker(WriteSession session, string channel, ChannelAccount user, ChannelPost post)
    {
        var spoken = post.Activity.Locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? "en" : "zh";
        var account = session.Accounts.FindOrCreate(channel, user.Id!, NameOf(user), spoken); // asked for by the caller
        if (MessageLanguage.Of(post.Press?.Words ?? post.Activity.Text ?? "") is not { } locale || locale == account.Locale)
        {
            return account;
        }

        return session.Accounts.SetLocale(account, locale);
    }

    private static string NameOf(ChannelAccount user)
    {
        var name = CleanText.Of(user.Name ?? "");
        return name.Length <= LongestName ? name : name[..(LongestName - (char.IsHighSurrogate(name[LongestName - 1]) ? 1 : 0))];
    }
}
