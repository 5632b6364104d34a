using OfficerBot.Conversation.Turns;

namespace OfficerBot.Conversation.Corrections;

/// <summary>The bot asked why a unit is to be excused; the next words are the reason.</summary>
/// <param name="Unit">Row id.</param>
/// <param name="First">First day, ISO.</param>
/// <param name="Last">Last day, ISO.</param>
/// <param name="Scope">lead, publicity, or null for both.</param>
public sealed record AskedExcuseReason(long Unit, string First, string Last, string? Scope) : DialogState
{
    /// <inheritdoc/>
    public override string Pending => "excuse";
}

/// <summary>The bot asked why a standing is to be changed; the next words are the reason.</summary>
/// <param name="Unit">Row id.</param>
/// <param name="Duty">Id of the duty.</param>
/// <param name="Day">ISO.</param>
/// <param name="Kind">The standing it should be.</param>
/// <param name="Minutes">For 迟报; else 0.</param>
public sealed record AskedCorrectionReason(long Unit, string Duty, string Day, int Kind, int Minutes) : DialogState
{
    /// <inheritdoc/>
    public override string Pending => "correct";
}
