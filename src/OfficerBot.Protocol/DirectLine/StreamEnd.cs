namespace OfficerBot.Protocol.DirectLine;

/// <summary>How a socket ended.</summary>
internal enum StreamEnd
{
    /// <summary>With a farewell.</summary>
    Closed,

    /// <summary>The line was dead.</summary>
    Lost,

    /// <summary>It took nothing for too long.</summary>
    Cut,
}
