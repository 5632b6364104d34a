namespace OfficerBot.Scenarios.Channels;

/// <summary>The judge before it judges.</summary>
public sealed class JudgeTests
{
    [Fact]
    public async Task Microsofts_own_client_satisfies_the_judge_and_no_bad_request_does() =>
        (await ChannelScript.RunAsync("trial.mjs")).Should().Be("ok");
}
