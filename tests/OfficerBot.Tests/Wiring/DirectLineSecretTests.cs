using Microsoft.Extensions.Configuration;
using OfficerBot.Settings;
using OfficerBot.Tests.Storage;
using OfficerBot.Wiring;

namespace OfficerBot.Tests.Wiring;

public class DirectLineSecretTests
{
    [Fact]
    public void A_key_is_made_once_and_kept()
    {
        using var folder = new TempFolder();
        var settings = SettingsIn(folder);

        var made = DirectLineSecret.Of(settings);

        made.Length.Should().BeGreaterThan(32);
        DirectLineSecret.Of(settings).Should().Be(made);
        Directory.GetFiles(folder.Path).Should().ContainSingle().Which.Should().EndWith("directline.secret");
    }

    [Fact]
    public void An_empty_file_left_by_a_power_cut_is_no_key()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.Of("directline.secret"), "");

        DirectLineSecret.Of(SettingsIn(folder)).Length.Should().BeGreaterThan(32);
    }

    private static OfficerBotSettings SettingsIn(TempFolder folder)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Path", folder.Of("officerbot.db"))]).Build();
        return SettingsReader.Read(configuration, AppContext.BaseDirectory).Settings!; // nothing in it is wrong
    }
}
