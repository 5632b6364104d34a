using OfficerBot.Commands;

namespace OfficerBot.Tests.Commands;

public class SettingArgumentsTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("--Urls http://127.0.0.1:0", "--Urls http://127.0.0.1:0", "")]
    [InlineData("check --Content:Path=words", "--Content:Path=words", "check")]
    [InlineData("backup --to X --Storage:Path a.db", "--Storage:Path a.db", "backup --to X")]
    [InlineData("--Storage:Path a.db restore --from X --force", "--Storage:Path a.db", "restore --from X --force")]
    [InlineData("talk --at 11:12 --publicurl https://x", "--publicurl https://x", "talk --at 11:12")]
    public void Settings_may_stand_before_and_after_a_command(string line, string settings, string command)
    {
        var parted = SettingArguments.Of(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        string.Join(' ', parted.Settings).Should().Be(settings);
        string.Join(' ', parted.Command).Should().Be(command);
    }
}
