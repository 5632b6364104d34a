namespace OfficerBot.Commands.Teams;

/// <summary>One registration of the bot, as its Teams app shows it.</summary>
/// <param name="AppId">GUID of the registration.</param>
/// <param name="Url">Public address of the service.</param>
/// <param name="Version">Three numbers; Teams takes an update only when they rise.</param>
/// <param name="PrivacyUrl">Null: <paramref name="Url"/>.</param>
/// <param name="TermsUrl">Null: <paramref name="Url"/>.</param>
internal sealed record TeamsApp(string AppId, string Url, string Developer, string Version, string? PrivacyUrl, string? TermsUrl);
