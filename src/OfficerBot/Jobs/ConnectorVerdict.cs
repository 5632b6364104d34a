using OfficerBot.Protocol.Connector;

namespace OfficerBot.Jobs;

/// <summary>What becomes of a message after a try.</summary>
internal abstract record ConnectorVerdict
{
    private ConnectorVerdict()
    {
    }

    /// <summary>The channel has it.</summary>
    public sealed record Sent : ConnectorVerdict;

    /// <summary>Once more, after a while in which the conversation rests.</summary>
    public sealed record Again(TimeSpan Wait) : ConnectorVerdict;

    /// <summary>Never again.</summary>
    /// <param name="IsDead">The chat cannot be written into at all until somebody writes in it.</param>
    public sealed record Failed(bool IsDead) : ConnectorVerdict
    {
        /// <summary>How long the conversation rests before its next message; zero: not at all.</summary>
        public TimeSpan Rest { get; init; }
    }

    /// <summary>Once more, at the address for the US government's community cloud.</summary>
    public sealed record Moved : ConnectorVerdict;
}
