using Microsoft.Extensions.Configuration;
using OfficerBot.Commands;
using OfficerBot.Settings;

namespace OfficerBot.Tests.Commands;

public sealed class CheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("officerbot-check-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_shipped_is_whole_and_the_bot_understands_its_own_buttons()
    {
        var (code, _, errors) = Run();
        errors.Should().BeEmpty();
        code.Should().Be(0);
    }

    [Fact]
    public void A_button_the_bot_would_not_understand_is_found_with_its_file_and_line()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "leads"));
        var words = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "dialogs", "leads", "zh.yaml"));
        File.WriteAllText(Path.Combine(_folder, "leads", "zh.yaml"), words.Replace("report_lead: 报线索", "report_lead: 呜啦啦", StringComparison.Ordinal));
        var (code, _, errors) = Run(("Content:Path", _folder));
        code.Should().Be(1);
        errors.Should().MatchRegex(@"leads/zh\.yaml:\d+: .*呜啦啦");
    }

    private static (int Code, string Output, string Errors) Run(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value)).Build();
        var (read, problems) = SettingsReader.Read(configuration, AppContext.BaseDirectory);
        problems.Should().BeEmpty();
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = Check.Run(read!, output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
