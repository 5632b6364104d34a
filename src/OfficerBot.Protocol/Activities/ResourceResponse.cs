namespace OfficerBot.Protocol.Activities;

/// <summary>The id under which a channel keeps what was sent; may be absent.</summary>
public sealed record ResourceResponse
{
    public string? Id { get; init; }
}
