using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Leads;

namespace OfficerBot.Conversation.Leads;

/// <summary>Leads were taken back a moment ago: 还是留着吧 brings them back.</summary>
/// <param name="Leads">Row ids.</param>
/// <param name="Until">Unix milliseconds of office time after which the state is stale.</param>
public sealed record JustWithdrawn(IReadOnlyList<long> Leads, long Until) : DialogState
{
    /// <inheritdoc/>
    public override string Pending => "withdrawn";

    /// <inheritdoc/>
    public override bool IsOpen(NodaTime.Instant now) => now.ToUnixTimeMilliseconds() <= Until;

    /// <summary>The state after a withdrawal.</summary>
    public static JustWithdrawn Of(Turn turn, IEnumerable<Lead> leads) =>
        new([.. leads.Select(l => l.Id.Value)], (turn.Now + JustFiled.Lasts).ToUnixTimeMilliseconds());
}
