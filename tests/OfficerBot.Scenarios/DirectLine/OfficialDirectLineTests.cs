using OfficerBot.Scenarios.Office;

namespace OfficerBot.Scenarios.DirectLine;

/// <summary>The official client, unchanged, against a running service.</summary>
public sealed class OfficialDirectLineTests
{
    [Theory]
    [InlineData("order")]
    [InlineData("reconnect")]
    [InlineData("resume")]
    [InlineData("polling")]
    [InlineData("upload")]
    [InlineData("refresh")]
    [InlineData("secret")]
    public async Task The_official_client_is_satisfied(string scenario)
    {
        await using var service = await OfficeUnderTest.OpenAsync(new() { RunsByItself = true });

        (await OfficialClient.PlayAsync(service, scenario)).Should().EndWith($"ok {scenario}");
    }
}
