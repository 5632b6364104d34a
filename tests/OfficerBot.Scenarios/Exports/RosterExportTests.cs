using Microsoft.Data.Sqlite;
using OfficerBot.Scenarios.Office;

namespace OfficerBot.Scenarios.Exports;

/// <summary>The roster handed out in chat, and sent back to the chat as it is.</summary>
public sealed class RosterExportTests
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Theory]
    [InlineData("刘艺超", "导出通讯录")]
    [InlineData("游立斌", "export the roster")]
    public async Task The_roster_exported_and_imported_again_changes_nothing(string person, string words)
    {
        await using var office = await OfficeUnderTest.OpenAsync();
        var seat = await office.SitAsync(person, false);

        var exported = (await seat.SayAsync(words)).Only;
        exported.Reply.Should().Be("roster_exported");
        var file = await office.GetAsync(exported.Files.Single());

        var heard = (await seat.SayAsync("", ("通讯录.xlsx", Xlsx, file))).Only;
        heard.Reply.Should().Be("roster_unchanged");
        heard.Value("parts").Should().Be("[]", "no line is doubtful");
        Audited(office).Should().Be(1);
    }

    [Fact]
    public async Task An_officer_is_not_given_the_roster()
    {
        await using var office = await OfficeUnderTest.OpenAsync();

        (await (await office.SitAsync("周晓燕", false)).SayAsync("导出通讯录")).Names.Should().Equal("not_allowed");
        Audited(office).Should().Be(0);
    }

    private static long Audited(OfficeUnderTest office)
    {
        using var connection = new SqliteConnection($"Data Source={office.DatabasePath};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from audit where what = 'export.roster'";
        return (long)command.ExecuteScalar()!; // a count is never null
    }
}
