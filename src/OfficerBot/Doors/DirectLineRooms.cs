namespace OfficerBot.Doors;

/// <summary>Kinds of Direct Line conversation.</summary>
internal static class DirectLineRooms
{
    /// <summary>One person and the bot.</summary>
    public const string Private = "private";

    /// <summary>Many people and the bot.</summary>
    public const string Group = "group";
}
