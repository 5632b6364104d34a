using OfficerBot.Settings;

namespace OfficerBot.Commands;

/// <summary>What a start prints: where the page is, in which mode, where the data lie. For the operator, in both languages.</summary>
internal static class StartLines
{
    /// <summary>The lines.</summary>
    /// <param name="listening">Addresses listened on, with their real ports.</param>
    public static IEnumerable<string> Of(OfficerBotSettings settings, IEnumerable<string> listening)
    {
        yield return $"打开 / open:   {settings.PublicUrl ?? string.Join("  ", listening.Select(Reachable))}";
        if (settings.Sample.Enabled)
        {
            yield return "示例模式 / sample mode: 人员和电话均为虚构，邮件只存入文件夹，仅本机可访问 — invented people, mail goes to a folder, this machine only";
        }

        if (settings.BotFramework.Authentication.IsAnonymous)
        {
            yield return "警告 / warning: /api/messages 不验证身份 — takes anybody's word while in sample mode";
        }

        yield return $"数据 / data:   {settings.DataFolder}";
        yield return settings.Sample.Enabled || settings.Mail.Host is null
            ? $"邮件 / mail:   {Path.GetFullPath(settings.Mail.Folder)}"
            : $"邮件 / mail:   {settings.Mail.Host}:{settings.Mail.Port}";
        yield return "停止 / stop:   Ctrl+C";
    }

    // "Any address" is nothing a browser can open.
    private static string Reachable(string address) => address
        .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
        .Replace("://[::]", "://localhost", StringComparison.Ordinal)
        .Replace("://*", "://localhost", StringComparison.Ordinal)
        .Replace("://+", "://localhost", StringComparison.Ordinal);
}
