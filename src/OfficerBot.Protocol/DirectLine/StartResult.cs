namespace OfficerBot.Protocol.DirectLine;

/// <summary>What became of opening a conversation.</summary>
public enum StartResult
{
    /// <summary>This user has come to it for the first time.</summary>
    New,

    /// <summary>He was there before.</summary>
    Known,

    /// <summary>It is over and cannot be opened again.</summary>
    Ended,

    /// <summary>It cannot be kept at the moment: 503.</summary>
    Busy,
}
