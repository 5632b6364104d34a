namespace OfficerBot.Protocol.Authentication;

/// <summary>Whether the key that signed must be endorsed for the channel the activity names.</summary>
public enum EndorsementRule
{
    /// <summary>Always; a key without any endorsements signs for no channel.</summary>
    Require,

    /// <summary>When the key has endorsements at all: on 2023-09-11 Microsoft's keys lost some for a while, and strict bots went dark.</summary>
    WhenPresent,

    /// <summary>Never.</summary>
    Off,
}
