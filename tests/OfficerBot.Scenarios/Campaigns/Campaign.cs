namespace OfficerBot.Scenarios.Campaigns;

/// <summary>
/// How long a campaign goes on. A test with <c>[Trait("Campaign", NAME)]</c> runs in a short form in every test run and at full size by
/// <c>tests/campaigns/run NAME</c>, which sets the size, the seed and a file for the figures through the environment.
/// </summary>
internal static class Campaign
{
    /// <summary>The trait's name.</summary>
    public const string Trait = "Campaign";

    private static readonly Lock OneLine = new();

    /// <summary>True in a campaign, false in an ordinary test run.</summary>
    public static bool IsFull => Number("SIZE") is not null;

    /// <summary>How many rounds, cuts, inputs.</summary>
    /// <param name="shortForm">In an ordinary test run.</param>
    public static int Size(int shortForm) => Number("SIZE") ?? shortForm;

    /// <summary>Where the random numbers begin; told with the figures, so that a failure can be had again.</summary>
    /// <param name="usual">When none is asked for.</param>
    public static int Seed(int usual) => Number("SEED") ?? usual;

    /// <summary>A line of figures: into the test's output, and in a campaign into its list.</summary>
    public static void Tell(Xunit.Abstractions.ITestOutputHelper output, string figures)
    {
        output.WriteLine(figures);
        if (Environment.GetEnvironmentVariable("OFFICERBOT_CAMPAIGN_FIGURES") is { Length: > 0 } file)
        {
            lock (OneLine)
            {
                File.AppendAllText(file, figures + "\n");
            }
        }
    }

    private static int? Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable($"OFFICERBOT_CAMPAIGN_{name}"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
