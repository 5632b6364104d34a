namespace OfficerBot.Scenarios.Browser;

/// <summary>Browser tests share one browser and run one after another: <c>[Collection(OneBrowser.Name)]</c>.</summary>
[CollectionDefinition(Name)]
public sealed class OneBrowser : ICollectionFixture<Chromium>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "browser";
}
