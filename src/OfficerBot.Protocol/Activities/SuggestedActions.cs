namespace OfficerBot.Protocol.Activities;

/// <summary>Buttons under the last message; Web Chat and Direct Line carry at most 100.</summary>
public sealed record SuggestedActions
{
    /// <summary>User ids that see the buttons; everybody when absent.</summary>
    public IReadOnlyList<string>? To { get; init; }
    public IReadOnlyList<CardAction>? Actions { get; init; }
}
