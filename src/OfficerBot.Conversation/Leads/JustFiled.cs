using NodaTime;
using OfficerBot.Conversation.Turns;
using OfficerBot.Domain.Leads;

namespace OfficerBot.Conversation.Leads;

/// <summary>Leads were filed or changed a moment ago: a category's name changes it, and "不是" after the receipt takes them back.</summary>
/// <param name="Leads">Row ids.</param>
/// <param name="Until">Unix milliseconds of office time after which the state is stale.</param>
/// <param name="After">What was said of them last: <c>receipt</c>, <c>amended</c>, or <c>change</c> when it was asked what should change.</param>
public sealed record JustFiled(IReadOnlyList<long> Leads, long Until, string After = JustFiled.Receipt) : DialogState
{
    /// <summary>They were filed.</summary>
    public const string Receipt = "receipt";

    /// <summary>They were changed.</summary>
    public const string Amended = "amended";

    /// <summary>It was asked what should change.</summary>
    public const string Asked = "change";

    /// <summary>How long after the receipt or a change the next words may be about it.</summary>
    public static Duration Lasts { get; } = Duration.FromMinutes(10);

    /// <inheritdoc/>
    public override string Pending => After;

    /// <inheritdoc/>
    public override bool IsOpen(Instant now) => now.ToUnixTimeMilliseconds() <= Until;

    /// <summary>The state after an answer about leads.</summary>
    public static JustFiled Of(Turn turn, IEnumerable<Lead> leads, string after) =>
        new([.. leads.Select(l => l.Id.Value)], (turn.Now + Lasts).ToUnixTimeMilliseconds(), after);
}

/// <summary>The bot asked in private whether something said in the group is a lead.</summary>
/// <param name="Text">What was said.</param>
/// <param name="Chat">Row id of the chat it was said in.</param>
/// <param name="Message">The channel's id of the message.</param>
/// <param name="Pictures">Pictures that came with it, as (sha256, type, name, bytes).</param>
public sealed record AskedIsLead(string Text, long Chat, string? Message, IReadOnlyList<Domain.Leads.Picture> Pictures) : DialogState
{
    /// <inheritdoc/>
    public override string Pending => "lead";
}

/// <summary>Whether these are to be withdrawn was asked: 除了2号都撤回 names none of them.</summary>
/// <param name="Leads">Row ids.</param>
public sealed record AskedWithdraw(IReadOnlyList<long> Leads) : DialogState
{
    /// <inheritdoc/>
    public override string Pending => "withdraw";
}
