using OfficerBot.Conversation.Turns;

namespace OfficerBot.Conversation.Leads;

/// <summary>Leads were filed a moment ago: "不是" takes them back, a category's name changes it.</summary>
/// <param name="Leads">Row ids.</param>
/// <param name="Until">Unix milliseconds of office time after which the state is stale.</param>
public sealed record JustFiled(IReadOnlyList<long> Leads, long Until) : DialogState
{
    /// <inheritdoc/>
    public override string Pending => "receipt";
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
