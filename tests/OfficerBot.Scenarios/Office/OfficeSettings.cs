namespace OfficerBot.Scenarios.Office;

/// <summary>How an office under test differs from the sample as it comes.</summary>
internal sealed record OfficeSettings
{
    /// <summary>Local office time at the beginning, <c>2020-09-16T08:30</c>.</summary>
    public string Clock { get; init; } = "2020-09-16T08:30";

    /// <summary>Machine time runs as in life; otherwise it stands until the test moves it, and nothing happens by itself.</summary>
    public bool RunsByItself { get; init; }

    /// <summary>Further settings as on the command line: <c>--Section:Key</c>, <c>value</c>.</summary>
    public IReadOnlyList<string> More { get; init; } = [];

    /// <summary>The data folder, such as one on a disk of its own; made when missing. Null: a new one, removed afterwards.</summary>
    public string? Folder { get; init; }

    /// <summary>Replaces parts at the network; called at every start.</summary>
    public Action<IServiceCollection>? Replace { get; init; }
}
