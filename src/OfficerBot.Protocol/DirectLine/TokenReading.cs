namespace OfficerBot.Protocol.DirectLine;

/// <summary>What came of checking a token.</summary>
public abstract record TokenReading
{
    private TokenReading()
    {
    }

    public sealed record Valid(DirectLineToken Token) : TokenReading;

    /// <summary>Ours, but its time is over: the client may ask for another.</summary>
    public sealed record Expired : TokenReading;

    /// <summary>Not ours, altered, or made for another purpose.</summary>
    public sealed record Invalid : TokenReading;
}
