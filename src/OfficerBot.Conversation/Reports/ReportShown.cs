using OfficerBot.Conversation.Turns;

namespace OfficerBot.Conversation.Reports;

/// <summary>A draft was shown or changed a moment ago: 确认 sends it, a picture joins it, changes go into it.</summary>
/// <param name="Report">Row id.</param>
/// <param name="Unit">Row id of the unit.</param>
/// <param name="Leads">Leads in it when it was shown.</param>
public sealed record ReportShown(long Report, long Unit, int Leads) : DialogState
{
    /// <inheritdoc/>
    public override string Pending => "send";
}

/// <summary>The weekly draft was shown: 确认 sends it.</summary>
/// <param name="Report">Row id.</param>
public sealed record WeeklyDraftShown(long Report) : DialogState
{
    /// <inheritdoc/>
    public override string Pending => "send";
}
