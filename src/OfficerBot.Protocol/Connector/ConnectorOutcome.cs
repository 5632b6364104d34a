namespace OfficerBot.Protocol.Connector;

/// <summary>What an answer means for the one who sent.</summary>
public enum ConnectorOutcome
{
    /// <summary>2xx.</summary>
    Taken,

    /// <summary>429: not done; wait as told.</summary>
    Throttled,

    /// <summary>412: not done, something else went on in the conversation.</summary>
    Conflict,

    /// <summary>408, 502, 503 or 504.</summary>
    Unavailable,

    /// <summary>500.</summary>
    Faulty,

    /// <summary>Nothing has left this machine: no connection, no TLS, no access token.</summary>
    NotSent,

    /// <summary>The line broke or the time passed after sending began: done or not, nobody knows.</summary>
    Ambiguous,

    /// <summary>401, with a fresh token too.</summary>
    Unauthorized,

    /// <summary>Any other answer: asking again changes nothing.</summary>
    Refused,

    /// <summary>The address is none we go to; nothing was sent.</summary>
    Forbidden,
}
