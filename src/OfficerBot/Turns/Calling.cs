namespace OfficerBot.Turns;

/// <summary>Whether a message in a group calls the bot: by mention, or by one of its names at the beginning.</summary>
internal static class Calling
{
    private static readonly string[] Names = ["信息员助手", "小助手", "助手", "机器人", "OfficerBot", "bot"];

    /// <summary>True for <c>@信息员助手 …</c> anywhere, and for <c>机器人，…</c> at the beginning.</summary>
    public static bool IsCalled(string text)
    {
        var start = text.TrimStart();
        return Names.Any(n => text.Contains("@" + n, StringComparison.OrdinalIgnoreCase) || IsAddress(start, n));
    }

    private static bool IsAddress(string text, string name) =>
        text.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (text.Length == name.Length || !char.IsLetterOrDigit(text[name.Length]) || name[0] > 127);
}
