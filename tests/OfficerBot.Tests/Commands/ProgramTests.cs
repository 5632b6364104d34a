namespace OfficerBot.Tests.Commands;

public sealed class ProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("officerbot-program-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_second_process_on_the_same_database_is_refused_by_the_first_ones_id_and_its_commands_are_done_by_the_first()
    {
        using var service = TheProgram.Start(_folder, "--Urls", "http://127.0.0.1:0");
        var address = await service.LineAsync("打开 / open:");
        address.Should().Contain("http://127.0.0.1:").And.NotContain(":0 ");

        var second = await TheProgram.RunAsync(_folder, "", "--Urls", "http://127.0.0.1:0");
        second.Code.Should().Be(1);
        second.Errors.Should().Contain($"process {service.Id} on {Environment.MachineName}");

        var bound = await TheProgram.RunAsync(_folder, "", "bind", "--channel", "msteams", "--user", "29:x", "--person", "白沙镇周晓燕");
        bound.Should().Match<(int Code, string Output, string Errors)>(b => b.Code == 0 && b.Output.Contains("周晓燕"), bound.Errors);

        var copied = await TheProgram.RunAsync(_folder, "", "backup", "--to", "copy");
        copied.Code.Should().Be(0, copied.Errors);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_in_plain_words()
    {
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        var (code, _, errors) = await TheProgram.RunAsync(_folder, "", "--Urls", $"http://{other.LocalEndpoint}");
        code.Should().Be(1);
        errors.Should().Contain("in use by another program").And.NotContain("   at ");
    }

    [Fact]
    public async Task A_broken_notice_keeps_the_service_from_starting_with_file_and_line_of_every_mistake()
    {
        var notices = Directory.CreateDirectory(Path.Combine(_folder, "notices")).FullName;
        await File.WriteAllTextAsync(Path.Combine(notices, "a.yaml"), "group: a\nnonsense: 1\n");
        var (code, _, errors) = await TheProgram.RunAsync(_folder, "", "--Notices:Path", notices, "--Mail:Folder", "mail", "--Urls", "http://127.0.0.1:0");
        code.Should().Be(1);
        errors.Should().Contain("a.yaml:2:").And.NotContain("   at ");
    }

    [Fact]
    public async Task A_folder_of_words_that_is_not_there_is_never_replaced_by_the_built_in_words_unseen()
    {
        var (code, _, errors) = await TheProgram.RunAsync(_folder, "", "--Content:Path", "nowhere", "--Urls", "http://127.0.0.1:0");
        code.Should().Be(1);
        errors.Should().Contain("Content:Path names nowhere").And.NotContain("   at ");
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_said_in_plain_words()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "data"), "a file in the way");
        var (code, _, errors) = await TheProgram.RunAsync(_folder, "");
        code.Should().Be(1);
        errors.Should().Contain("data folder").And.NotContain("   at ");
    }

    [Fact]
    public async Task A_database_of_another_user_is_told_by_its_name_before_anything_is_written()
    {
        var data = Directory.CreateDirectory(Path.Combine(_folder, "data")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(data, "officerbot.db"), []);
        Allow(Path.Combine(data, "officerbot.db"), UnixFileMode.UserRead);
        foreach (var folder in (string[])[_folder, data])
        {
            Allow(folder, (UnixFileMode)0b111_111_111);
        }

        var (code, _, errors) = await TheProgram.RunAsNobodyAsync(_folder, "--Urls", "http://127.0.0.1:0");
        code.Should().Be(1);
        errors.Should().Contain("officerbot.db may not be read and written by the user").And.NotContain("   at ");
        Directory.GetFiles(data).Should().ContainSingle();
    }

    [Fact]
    public async Task A_data_folder_of_another_user_is_told_by_its_name()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "data"));
        Allow(_folder, (UnixFileMode)0b111_101_101);
        var (code, _, errors) = await TheProgram.RunAsNobodyAsync(_folder, "--Urls", "http://127.0.0.1:0");
        code.Should().Be(1);
        errors.Should().Contain("data cannot be written").And.NotContain("   at ");
    }

    [Fact]
    public async Task A_copy_is_put_back_only_when_asked_for_twice()
    {
        (await TheProgram.RunAsync(_folder, "", "bind", "--channel", "c", "--user", "u", "--person", "双桥镇 李丹")).Code.Should().Be(0);
        (await TheProgram.RunAsync(_folder, "", "backup", "--to", "copy")).Code.Should().Be(0);
        (await TheProgram.RunAsync(_folder, "", "backup", "--to", "copy")).Errors.Should().Contain("already");
        (await TheProgram.RunAsync(_folder, "", "restore", "--from", "copy")).Errors.Should().Contain("--force");
        (await TheProgram.RunAsync(_folder, "", "restore", "--from", "copy", "--force")).Code.Should().Be(0);
    }

    [Fact]
    public async Task An_account_that_has_written_is_bound_by_its_number_too()
    {
        (await TheProgram.RunAsync(_folder, "", "bind", "--channel", "c", "--user", "u", "--person", "双桥镇 李丹")).Code.Should().Be(0);
        var (code, output, errors) = await TheProgram.RunAsync(_folder, "", "bind", "--account", "1", "--person", "白沙镇周晓燕");
        code.Should().Be(0, errors);
        output.Should().Contain("c u is now").And.Contain("周晓燕");
        (await TheProgram.RunAsync(_folder, "", "bind", "--account", "99", "--person", "白沙镇周晓燕")).Errors.Should().Contain("no account 99");
        (await TheProgram.RunAsync(_folder, "", "bind", "--channel", "c", "--person", "白沙镇周晓燕")).Code.Should().NotBe(0);
    }

    [Fact]
    public async Task Of_two_people_with_one_name_both_are_listed_and_nothing_is_bound()
    {
        var (code, _, errors) = await TheProgram.RunAsync(_folder, "", "bind", "--channel", "c", "--user", "u", "--person", "李丹");
        code.Should().Be(1);
        errors.Split('\n').Count(l => l.Contains("李丹 ", StringComparison.Ordinal)).Should().Be(2);
    }

    [Fact]
    public async Task The_first_roster_is_taken_in_once()
    {
        var roster = Path.Combine(AppContext.BaseDirectory, "deploy", "sample", "roster.csv");
        string[] import = ["import", roster, "--group", "yuanjiang-2020-38", "--Sample:Enabled", "false", "--Mail:Folder", "mail"];
        var first = await TheProgram.RunAsync(_folder, "", import);
        first.Code.Should().Be(0, first.Errors);
        first.Output.Should().Contain("12 units");
        (await TheProgram.RunAsync(_folder, "", import)).Errors.Should().Contain("has a roster");
        (await TheProgram.RunAsync(_folder, "", "import", "nowhere.csv", "--group", "x")).Errors.Should().Contain("nowhere.csv");
    }

    [Fact]
    public async Task Talk_holds_a_conversation_on_a_store_that_is_thrown_away()
    {
        var (code, output, errors) = await TheProgram.RunAsync(_folder, "组织志愿者清理河道垃圾3吨\nat 11:12\n今天谁还没报\nquit\n", "talk", "--as", "周晓燕");
        code.Should().Be(0, errors);
        output.Should().Contain("0916-01").And.Contain("11:12");
        Directory.EnumerateFileSystemEntries(_folder).Should().BeEmpty();
    }

    [Fact]
    public async Task Why_names_the_rule_that_decided()
    {
        var (code, output, _) = await TheProgram.RunAsync(_folder, "", "why", "今天谁还没报");
        code.Should().Be(0);
        output.Should().StartWith("who_missing").And.MatchRegex(@"who_missing\.zh\.rule:\d+");
    }

    [Fact]
    public async Task An_unknown_command_is_an_error()
    {
        var (code, _, errors) = await TheProgram.RunAsync(_folder, "", "dance");
        code.Should().Be(1);
        errors.Should().Contain("dance");
    }

    private static void Allow(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
