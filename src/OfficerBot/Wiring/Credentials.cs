namespace OfficerBot.Wiring;

/// <summary>
/// Secrets as files: systemd's LoadCredential, and containers, put them into a folder they name. A file <c>Mail__Password</c> is the setting
/// <c>Mail:Password</c>. They win over file and environment; the command line wins over all.
/// </summary>
internal static class Credentials
{
    /// <summary>Where systemd says that they lie.</summary>
    public const string Variable = "CREDENTIALS_DIRECTORY";

    /// <summary>Adds them when there are any.</summary>
    public static void Add(IConfigurationBuilder configuration, string[] args)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder && Directory.Exists(folder))
        {
            configuration.AddKeyPerFile(Path.GetFullPath(folder), optional: true);
            configuration.AddCommandLine(args);
        }
    }
}
