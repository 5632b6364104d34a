using OfficerBot.Conversation.Common;
using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Understanding;

namespace OfficerBot.Conversation.Turns;

/// <summary>What is said to the bot and no dialog answers: told so, with what comes near; but who says 好的 after an answer wants none.</summary>
/// <param name="isAnswered">True for intents that some dialog answers.</param>
internal sealed class Unanswered(ReadMessage reader, Predicate<string> isAnswered)
{
    /// <summary>The answer; null when none is wanted.</summary>
    /// <param name="context">The context it was read in, as said to the bot.</param>
    public Reply? To(Turn turn, ReadingContext context) => Read(turn, context) switch
    {
        "acknowledged" => null,
        "unasked" => new NothingPending(),
        _ => NotUnderstood(turn.Understood),
    };

    private string? Read(Turn turn, ReadingContext context) => turn is { Understood: { Intent: "none", Nearest.Count: 0 }, Said: Said.Words words }
        ? reader(words.Text, context with { Quoting = "ack" }).Intent
        : null;

    /// <summary>What is asked and cannot be done, each once, up to what can be.</summary>
    private IEnumerable<string> Unable(Understood? understood)
    {
        for (var next = understood; next is not null && !isAnswered(next.Intent); next = next.Besides)
        {
            yield return next.Intent;
        }
    }

    // 不是 or 第二个 is no request that anybody could have meant.
    private Reply NotUnderstood(Understood understood)
    {
        var near = understood.Nearest.Where(n => isAnswered(n) && !IDialog.IsAnswer(n)).Take(3).ToList();
        return understood.Intent != "none" ? new NotYet([.. Unable(understood)]) : near.Count > 0 ? new NotUnderstood(near) : new NotUnderstoodPlain();
    }
}
