namespace OfficerBot.Scenarios.Browser;

/// <summary>The two sizes the page is shown and looked at in.</summary>
public enum Screen
{
    /// <summary>1440 × 900: the rooms side by side.</summary>
    Desktop,

    /// <summary>390 × 844, touch: the rooms as tabs.</summary>
    Phone,
}
