namespace OfficerBot.Protocol;

/// <summary>The one name under which everything here is measured. Instruments lie beside the code they measure; they cost nothing while nobody listens.</summary>
public static class Meters
{
    /// <summary>For <see cref="System.Diagnostics.Metrics.IMeterFactory"/>, which gives everybody of one service the same meter.</summary>
    public const string Name = "OfficerBot";
}
