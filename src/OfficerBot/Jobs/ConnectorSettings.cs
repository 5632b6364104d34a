namespace OfficerBot.Jobs;

/// <summary>What the sender is told.</summary>
/// <param name="GovernmentCloud">Where Teams sends us on when it says <c>InvalidBotApiHost</c>.</param>
internal sealed record ConnectorSettings(string GovernmentCloud = "https://smba.infra.gcc.teams.microsoft.com/teams");
