using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Leads;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Conversation.Understanding.Dates;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Turns;

/// <summary>
/// Where every turn comes in: strangers out, edits and deletions to the leads, a pending question first, else the dialog of the intent. Decides only
/// who answers; what is answered the dialogs decide.
/// </summary>
public sealed class Desk
{
    /// <summary>Leads go in whole up to this many characters; beyond, the message is refused with a sentence.</summary>
    public const int LongestMessage = 20_000;

    private const int ShortestStatement = 10;

    private readonly ReadMessage _reader;
    private readonly FollowUps _follows;
    private readonly QuoteFinder _quotes;
    private readonly Unanswered _unanswered;
    private readonly Dictionary<string, IDialog> _byIntent;
    private readonly IReadOnlyList<IDialog> _dialogs;

    /// <summary>A desk over these dialogs; no two may answer one intent.</summary>
    public Desk(ReadMessage reader, IReadOnlyList<IDialog> dialogs)
    {
        _reader = reader;
        _follows = new(reader);
        _quotes = new(reader, FollowUps.MayFollow);
        _dialogs = dialogs;
        _unanswered = new(reader, Answers);
        _byIntent = dialogs.SelectMany(d => d.Intents.Select(i => (i, d))).ToDictionary(p => p.i, p => p.d);
    }

    /// <summary>The intents that some dialog answers.</summary>
    public IEnumerable<string> Answered => _byIntent.Keys;

    private bool Answers(string intent) => _byIntent.ContainsKey(intent);

    /// <summary>Takes one turn.</summary>
    public void Take(Turn turn)
    {
        switch (turn.Said)
        {
            case Said.Joined:
                Welcome.Greet(turn);
                break;
            case Said.Invited:
                Welcome.Introduce(turn);
                break;
            case Said.Removed:
                Welcome.CutOff(turn);
                break;
            case Said.Edited edited when turn.Speaker is not null:
                turn.Understood = _reader(edited.Text, Context(turn, edited, true));
                _byIntent["message_edited"].Run(turn);
                break;
            case Said.Deleted when turn.Speaker is not null:
                _byIntent["message_deleted"].Run(turn);
                break;
            case Said.Words { Lost.Count: > 0 } words when turn.Speaker is not null:
                TakeRest(turn, words);
                break;
            case Said.Words { HasUnseen: true } words when turn.Speaker is not null:
                TakeSeen(turn, words);
                break;
            case Said.Words { IsOfAnothersCard: true } words:
                TakeAside(turn, words);
                break;
            case Said.Words words:
                TakeWords(turn, words);
                break;
            default:
                break; // a stranger's edits and deletions concern nobody
        }
    }

    // What did arrive is taken as if nothing were missing, and the person is told what did not.
    private void TakeRest(Turn turn, Said.Words words)
    {
        if (words is not { Text.Length: 0, Pictures.Count: 0, Files.Count: 0 })
        {
            TakeWords(turn, words);
        }

        turn.AnswerPrivately(new FilesLost(words.Lost.Count, words.Lost));
    }

    // In a group people attach much that is nothing to the bot: told is who spoke to it, or filed something with it or a moment before.
    private void TakeSeen(Turn turn, Said.Words words)
    {
        if (words is not { Text.Length: 0, Pictures.Count: 0, Files.Count: 0 })
        {
            TakeWords(turn, words);
        }

        if (words.Where.IsGroup && (words.Mentioned || turn.Outgoing.Count > 0
            || (words.Text.Length == 0 && turn.Ledger.Leads.NewestBy(turn.Speaker!.Id, turn.Now - LeadDesk.PictureWindow) is not null))) // asked by the caller
        {
            turn.AnswerPrivately(new FilesUnseen());
        }
    }

    // His own question stays open beside it, unless he is asked another now.
    private void TakeAside(Turn turn, Said.Words words)
    {
        var own = turn.Pending;
        turn.Pending = null;
        TakeWords(turn, words);
        turn.Pending ??= own;
    }

    private void TakeWords(Turn turn, Said.Words words)
    {
        var isAddressed = !words.Where.IsGroup || words.Mentioned;
        if (turn.Speaker is null)
        {
            Welcome.Stranger(turn, isAddressed);
            if (!isAddressed && IsUnfiled(turn, words))
            {
                Welcome.Unfiled(turn);
            }

            return;
        }

        if (words.Text.Length > LongestMessage)
        {
            turn.Answer(new TooLong(words.Text.Length, LongestMessage));
            return;
        }

        turn.Pending = turn.Pending?.IsOpen(turn.Now) == true ? turn.Pending : null; // 分开报 in the afternoon is not about the receipt of the morning
        turn.Quote = _quotes.Of(turn, words, Context(turn, words, true));
        turn.Recent = turn.Quote?.Request ?? turn.Recent; // who quotes an earlier request follows that one, however long ago it was made
        turn.SpokenOf = SpokenOf(turn);
        var asked = turn.Pending;
        turn.Pending = turn.Quote is { Leads.Count: > 0 } && turn.Pending is null or JustFiled ? JustFiled.Of(turn, turn.Quote!.Leads, JustFiled.Amended) : turn.Pending;
        var context = Context(turn, words, isAddressed);
        turn.Understood = Quoting.Understood(_reader, words.Text, context, turn) ?? AfterReceipt(turn, words, context, _reader(words.Text, context));
        if (AnsweredPending(turn) || FilesOnly(turn, words) || Lapsed(turn, words, context))
        {
            return;
        }

        _follows.Follow(turn, words.Text, turn.Quote is { IsOurs: true } ? context with { IsAddressed = true } : context);
        turn.Pending = IsLeftStanding(turn) ? asked : null;
        DispatchEach(turn, isAddressed || (turn.Quote is { IsOurs: true } && turn.Understood.Intent != "none"));
    }

    // Whose account is not bound yet writes into the group as he always did, and would believe that it is filed.
    private bool IsUnfiled(Turn turn, Said.Words words) => words is { Where.Group: not null, Text.Length: > 0 and <= LongestMessage }
        && _reader(words.Text, Context(turn, words, false)).Intent is "report_lead" or "nil_report";

    // 5号撤了，6号可以 asks for two things: each is done, or said to be impossible; several impossible ones in a row in one sentence.
    private void DispatchEach(Turn turn, bool isAddressed)
    {
        Understood? previous = null;
        for (var next = turn.Understood; next is not null; next = next.Besides)
        {
            turn.Understood = next;
            if (previous is null || Answers(previous.Intent) || Answers(next.Intent))
            {
                Dispatch(turn, isAddressed);
            }

            previous = next;
        }
    }

    private bool AnswersSomething(string text, ReadingContext context)
        => IDialog.IsAnswer(_reader(text, context with { Pending = "confirm" }).Intent)
            || _reader(text, context with { Pending = "choice" }).Intent is "choice";

    private static IReadOnlyList<LeadId> SpokenOf(Turn turn) => turn.Quote is { Leads.Count: > 0 } quote ? [.. quote.Leads.Select(l => l.Id)]
        : turn.Quote is null && turn.Pending is JustFiled just ? [.. just.Leads.Select(id => new LeadId(id))]
        : [];

    // What was just filed, changed or looked at is still spoken of; what was filed in the group may be set right in private, where no receipt stands above.
    private Understood AfterReceipt(Turn turn, Said.Words words, ReadingContext context, Understood read)
    {
        if (read.Intent != "none" || !context.IsAddressed || turn.Quote is not null || (context.Pending is not null && turn.SpokenOf.Count == 0))
        {
            return read;
        }

        if (turn.SpokenOf.Count == 1)
        {
            return Quoting.OfLead(_reader, words.Text, context, turn.Ledger.Leads.Get(turn.SpokenOf[0])) ?? read;
        }

        if (_reader(words.Text, context with { Pending = JustFiled.Amended }) is not { Intent: "amend_lead" } amends
            || turn.Ledger.Leads.NewestBy(turn.Speaker!.Id, turn.Now - JustFiled.Lasts) is not { } newest || !AmendLead.Fits(newest, amends.Slots))
        {
            return read;
        }

        turn.SpokenOf = [newest.Id];
        return amends;
    }

    // "是的" the morning after: the question is not open any more, and nothing is done on a yes that may have meant something else.
    private bool Lapsed(Turn turn, Said.Words words, ReadingContext context)
    {
        if (!turn.HasLapsed || turn.Understood.Intent is not ("none" or "choice" or "cancel")
            || !AnswersSomething(words.Text, context))
        {
            return false;
        }

        turn.Answer(new QuestionLapsed());
        return true;
    }

    private void Dispatch(Turn turn, bool isAddressed)
    {
        if (_byIntent.TryGetValue(turn.Understood.Intent, out var dialog))
        {
            dialog.Run(turn);
        }
        else if (IsStatement(turn) && _byIntent.TryGetValue("statement", out var asker))
        {
            asker.Run(turn);
        }
        else if (isAddressed && _unanswered.To(turn, Context(turn, turn.Said, true)) is { } answer)
        {
            turn.Answer(answer);
        }
    }

    // What an officer writes to the bot alone and what is neither command nor question is most likely a lead in words no rule knows; in English only
    // when it counts something, because there a question need not end with its mark.
    private static bool IsStatement(Turn turn) => turn is { InGroup: false, Understood: { Intent: "none", Nearest.Count: 0 } }
        && turn.Speaker!.ReportsForUnit && turn.Said is Said.Words { Text.Length: >= ShortestStatement } words && !words.Text.TrimEnd().EndsWith('？')
        && !words.Text.TrimEnd().EndsWith('?') && words.Text.Any(c => c > '\u2E80' || char.IsDigit(c));

    // A picture or a sheet without words: the intents for them carry no phrase of their own.
    private bool FilesOnly(Turn turn, Said.Words words)
    {
        var intent = words switch
        {
            { Files.Count: > 0 } => "file_received",
            { Text.Length: 0, Pictures.Count: > 0 } => "picture_received",
            _ => null,
        };
        if (intent is null || turn.Understood.Intent == "report_lead" || !_byIntent.TryGetValue(intent, out var dialog))
        {
            return false;
        }

        turn.Understood = turn.Quote is { Leads.Count: > 0 } quote && intent == "picture_received"
            ? turn.Understood with { Intent = intent, Slots = Quoting.WithLeads(turn.Understood with { Intent = intent }, quote) }
            : turn.Understood;
        dialog.Run(turn);
        return true;
    }

    // Pending questions are answered first, but a full command beats them and closes them (language.md 4.9).
    private bool AnsweredPending(Turn turn)
    {
        if (turn.Pending is not { } state || _dialogs.FirstOrDefault(d => d.Owns(state) && d.Takes(turn)) is not { } owner)
        {
            return false;
        }

        owner.Run(turn);
        return true;
    }

    // Chatter in the group between question and answer closes nothing.
    private static bool IsLeftStanding(Turn turn) => turn.Understood.Intent == "none";

    private static ReadingContext Context(Turn turn, Said said, bool isAddressed) => new(
        turn.Local, said.Where.IsGroup, isAddressed, turn.Speaker?.Unit, turn.Speaker?.Roles ?? Roles.None, turn.Pending?.Pending, turn.Roster,
        said.By.Locale) { Events = turn.Notice.Events.ToDictionary(e => e.Key, e => new EventDays(e.Value.First, e.Value.Last?.PlusDays(1))), LastIntent = turn.Recent?.Intent };
}
