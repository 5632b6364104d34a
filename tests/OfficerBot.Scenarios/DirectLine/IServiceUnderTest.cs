namespace OfficerBot.Scenarios.DirectLine;

/// <summary>A running service that speaks Direct Line, as the official clients see it.</summary>
public interface IServiceUnderTest : IAsyncDisposable
{
    Uri Root { get; }

    string Secret { get; }

    /// <summary>Ends the process and starts it again at the same address, over the same data.</summary>
    Task RestartAsync();
}
