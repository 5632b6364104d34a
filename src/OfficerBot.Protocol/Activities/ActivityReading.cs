using System.Text.Json.Nodes;

namespace OfficerBot.Protocol.Activities;

/// <summary>What came of reading an activity from outside.</summary>
public abstract record ActivityReading
{
    private ActivityReading()
    {
    }

    /// <summary>Both views of the same text: <paramref name="Raw"/> to relay, <paramref name="Activity"/> to understand.</summary>
    public sealed record Accepted(JsonObject Raw, Activity Activity) : ActivityReading;

    /// <summary>To be answered with 400 and this <paramref name="Code"/> (BadSyntax, BadArgument or MissingProperty).</summary>
    public sealed record Refused(string Code, string Message) : ActivityReading;
}
