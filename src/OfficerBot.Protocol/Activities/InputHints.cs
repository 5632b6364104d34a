namespace OfficerBot.Protocol.Activities;

/// <summary>Whether the bot waits for an answer; these are the words on the wire, not those of the specification.</summary>
public static class InputHints
{
    public const string AcceptingInput = "acceptingInput";
    public const string ExpectingInput = "expectingInput";
    public const string IgnoringInput = "ignoringInput";
}
