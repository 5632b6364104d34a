using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Time;

namespace OfficerBot.Conversation.Leads;

/// <summary>A picture as its own message, or with words like 第3条补图: it joins the lead named, else the speaker's newest of the last ten minutes.</summary>
/// <param name="calendar">Working days.</param>
public sealed class AttachPicture(WorkingCalendar calendar) : IDialog
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Intents { get; } = ["picture_received", "attach_media"];

    /// <inheritdoc/>
    public void Run(Turn turn)
    {
        var words = (Said.Words)turn.Said;
        if (words.Pictures.Count == 0)
        {
            Silent(turn, words);
            return;
        }

        if (turn.Understood.Slots.Leads.Count > 0 || turn.SpokenOf.Count == 1)
        {
            ToNamed(turn, words);
            return;
        }

        var desk = LeadAnswers.Desk(turn, calendar);
        var results = words.Pictures.Select(p => desk.JoinPicture(p, turn.Speaker!, turn.Now)).ToList();
        Answer(turn, words, results[^1]);
    }

    // Talk of pictures without one: in private the person is told what to do, in the group it concerns nobody.
    private static void Silent(Turn turn, Said.Words words)
    {
        if (LeadRefs.Of(turn).Found is [var lead] && LeadRights.MayChange(turn.Speaker!, lead) && (turn.Quote is not null || turn.SpokenOf.Count > 0))
        {
            turn.Pending = JustFiled.Of(turn, [lead], JustFiled.Amended);
            LeadAnswers.Receipt(turn, new PictureWanted(lead.Number.ToString()));
        }
        else if (!turn.InGroup || words.Mentioned)
        {
            turn.Answer(new PictureAlone());
        }
    }

    private static void Answer(Turn turn, Said.Words words, LeadResult result)
    {
        if (result is LeadResult.PictureJoined joined)
        {
            LeadAnswers.Receipt(turn, new PictureJoined(joined.Lead.Number.ToString(), joined.Lead.Pictures));
        }
        else if (!turn.InGroup || words.Mentioned)
        {
            turn.Answer(new PictureAlone());
        }
    }

    private static void ToNamed(Turn turn, Said.Words words)
    {
        var (found, unknown) = LeadRefs.Of(turn);
        if (found.Count == 0)
        {
            turn.Answer(unknown.Count > 0 ? new NoSuchLead(unknown[0]) : new PictureAlone());
            return;
        }

        var lead = found[0];
        if (!LeadRights.MayChange(turn.Speaker!, lead))
        {
            turn.Answer(LeadAnswers.Refused(turn, new LeadResult.NotYours(), lead.Unit));
            return;
        }

        foreach (var picture in words.Pictures)
        {
            turn.Ledger.Leads.AddPicture(lead.Id, picture, turn.Speaker!.Id, turn.Now);
        }

        LeadAnswers.Receipt(turn, new PictureJoined(lead.Number.ToString(), turn.Ledger.Leads.Get(lead.Id).Pictures));
    }
}
