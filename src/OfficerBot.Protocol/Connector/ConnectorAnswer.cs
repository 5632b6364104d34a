namespace OfficerBot.Protocol.Connector;

/// <summary>An answer of a channel's service.</summary>
/// <param name="Status">HTTP status; 0 when there was none.</param>
/// <param name="Body">As it came, at most 1 MB; empty when there was none.</param>
/// <param name="Error">The code in an error's body, such as <c>ConversationNotFound</c>; null when none can be found.</param>
/// <param name="RetryAfter">How long to wait, as told; null when nothing was said.</param>
/// <param name="Correlation">The service's own ids of a failure, to be given to its support; null when it names none.</param>
public sealed record ConnectorAnswer(
    ConnectorOutcome Outcome, int Status, ReadOnlyMemory<byte> Body, string? Error = null, TimeSpan? RetryAfter = null, string? Correlation = null)
{
    /// <summary>The id in the body: of the activity, or of the conversation made. Null when the channel says none, as Teams may.</summary>
    public string? Id => ConnectorBody.Text(Body.Span, "id");

    /// <summary>For a conversation made with a first message: that message's id.</summary>
    public string? ActivityId => ConnectorBody.Text(Body.Span, "activityId");

    /// <summary>For a conversation made: where it is to be spoken in, when that differs.</summary>
    public string? ServiceUrl => ConnectorBody.Text(Body.Span, "serviceUrl");
}
