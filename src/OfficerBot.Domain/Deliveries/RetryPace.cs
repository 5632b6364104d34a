namespace OfficerBot.Domain.Deliveries;

/// <summary>How soon a delivery that was put off may be tried again.</summary>
public enum RetryPace
{
    /// <summary>Trouble that passes: 2, 4, 8 and then every 15 minutes.</summary>
    Soon,

    /// <summary>The provider counts connections or letters in a window of a quarter of an hour.</summary>
    QuarterHour,

    /// <summary>The provider counts by the hour.</summary>
    Hour,

    /// <summary>The day's allowance is used up.</summary>
    Tomorrow,
}
