namespace OfficerBot.Settings;

/// <summary>What is allowed and most probably not meant: told by <c>officerbot check</c>, and no reason not to start.</summary>
internal static class Advice
{
    /// <summary>Sentences in English for the operator.</summary>
    public static IEnumerable<string> On(OfficerBotSettings settings)
    {
        var framework = settings.BotFramework;
        if (framework.AppId is null)
        {
            yield break;
        }

        if (settings.PublicUrl is null && !settings.Sample.Enabled)
        {
            yield return "PublicUrl is not set: files that are sent to channels are given an address of this machine, which people elsewhere cannot open.";
        }

        if (framework.Certificate is { Path: var path } && !File.Exists(path))
        {
            yield return $"BotFramework:CertificatePath is “{path}”; there is no such file.";
        }

        if (framework is { AppPassword: null, Certificate: null, ManagedIdentity: null })
        {
            yield return "BotFramework:AppId is set without AppPassword, CertificatePath or ManagedIdentity: channels are heard and cannot be answered. (What the service alone gets by LoadCredential is not seen here.)";
        }
    }
}
