using System.Diagnostics;
using System.Text.RegularExpressions;

namespace OfficerBot.Tests.House;

/// <summary>The runbook keeps up with the program.</summary>
public sealed partial class RunbookTests
{
    private static readonly string Chinese = File.ReadAllText(Tree.At("deploy", "RUNBOOK.md"));
    private static readonly string English = File.ReadAllText(Tree.At("deploy", "RUNBOOK.en.md"));

    [Fact]
    public void Both_languages_give_the_same_commands_and_watch_the_same_figures()
    {
        Blocks(English).Should().Equal(Blocks(Chinese)).And.NotBeEmpty();
        Metrics(English).Should().Equal(Metrics(Chinese));
        Headings(English).Should().Be(Headings(Chinese));
    }

    [Fact]
    public void Every_block_of_commands_and_every_script_is_a_shells_language()
    {
        string[] scripts = [.. Blocks(Chinese), File.ReadAllText(Tree.At("deploy", "systemd", "backup.sh")), File.ReadAllText(Tree.At("deploy", "systemd", "officerbot"))];
        foreach (var script in scripts)
        {
            using var shell = Process.Start(new ProcessStartInfo("sh", ["-n"]) { RedirectStandardInput = true, RedirectStandardError = true })!; // no shell is used to start it
            shell.StandardInput.Write(script);
            shell.StandardInput.Close();
            var complaints = shell.StandardError.ReadToEnd();
            shell.WaitForExit();
            shell.ExitCode.Should().Be(0, complaints);
        }
    }

    [Fact]
    public void An_upgrade_renews_all_that_was_installed_and_a_move_takes_the_offices_own_lines_for_the_service_along()
    {
        var blocks = Blocks(Chinese);
        var upgrade = blocks.Single(b => b.Contains("officerbot.before", StringComparison.Ordinal)).Split('\n');
        var move = blocks.Single(b => b.Contains("-czf", StringComparison.Ordinal));

        blocks[0].Split('\n').Where(l => l.StartsWith("install -m", StringComparison.Ordinal)).Should().HaveCount(2).And.OnlyContain(l => upgrade.Contains(l));
        move.Should().Contain("etc/systemd/system/officerbot.service.d");
    }

    [Fact]
    public void What_is_changed_below_etc_systemd_is_read_anew_before_the_service_starts()
    {
        foreach (var block in Blocks(Chinese).Where(b => b.Contains("/etc/systemd/", StringComparison.Ordinal) && !b.Contains("-czf", StringComparison.Ordinal)))
        {
            block.LastIndexOf("systemctl daemon-reload", StringComparison.Ordinal).Should().BeGreaterThan(block.LastIndexOf("/etc/systemd/", StringComparison.Ordinal), block);
        }

        Blocks(Chinese).Single(b => b.Contains("-xzf", StringComparison.Ordinal)).Should().Contain("systemctl daemon-reload");
    }

    [Fact]
    public void Every_figure_to_watch_is_measured_somewhere()
    {
        var measured = Tree.TextFiles().Where(f => f.EndsWith("Meter.cs", StringComparison.Ordinal) || f.EndsWith("Refusals.cs", StringComparison.Ordinal))
            .SelectMany(f => Instrument().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value.Replace('.', '_'))).ToList();

        Metrics(Chinese).Where(m => m.StartsWith("officerbot_", StringComparison.Ordinal)).Should().OnlyContain(m => measured.Any(n => m.StartsWith(n, StringComparison.Ordinal)));
    }

    [Fact]
    public void What_a_failed_start_says_is_what_the_program_says()
    {
        var program = string.Concat(Tree.TextFiles().Where(f => f.Contains($"{Path.DirectorySeparatorChar}src{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && f.EndsWith(".cs", StringComparison.Ordinal)).Select(File.ReadAllText));
        var table = Chinese[Chinese.LastIndexOf("\n## ", StringComparison.Ordinal)..];
        var rows = table.Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.Split(" | ")[0]).ToList();
        var parts = rows.SelectMany(r => Said().Matches(r)).SelectMany(m => Placeholder().Split(m.Groups[1].Value)).Select(w => w.Trim()).Where(w => w.Length > 7).ToList();

        rows.Should().HaveCountGreaterThan(12);
        parts.Where(part => !program.Contains(part, StringComparison.Ordinal)).Should().BeEmpty();
    }

    private static List<string> Blocks(string text) => [.. Block().Matches(text).Select(m => m.Groups[1].Value)];

    private static List<string> Metrics(string text) => [.. Metric().Matches(text).Select(m => m.Value)];

    private static int Headings(string text) => text.Split('\n').Count(l => l.StartsWith("## ", StringComparison.Ordinal));

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("(officerbot|dotnet)_[a-z_]+")]
    private static partial Regex Metric();

    [GeneratedRegex("\"(officerbot\\.[a-z._]+)\"")]
    private static partial Regex Instrument();

    [GeneratedRegex("…|\\b[NM]\\b|HOST|文件:行: ")]
    private static partial Regex Placeholder();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Said();
}
