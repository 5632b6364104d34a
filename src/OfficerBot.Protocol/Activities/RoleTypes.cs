namespace OfficerBot.Protocol.Activities;

/// <summary>Who an account is in a transcript. Never trusted when it comes in.</summary>
public static class RoleTypes
{
    public const string User = "user";
    public const string Bot = "bot";
}
