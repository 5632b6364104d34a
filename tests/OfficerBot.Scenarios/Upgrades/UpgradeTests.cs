using System.Formats.Tar;
using System.IO.Compression;
using Microsoft.Data.Sqlite;
using OfficerBot.Domain.Ledger;
using OfficerBot.Scenarios.Kills;
using OfficerBot.Scenarios.Office;
using OfficerBot.Storage;

namespace OfficerBot.Scenarios.Upgrades;

/// <summary>
/// Data folders as earlier versions of the program wrote them, one for each schema; all in them is the sample's. They are opened by the program as it is:
/// nothing is missing, and work goes on. With a migration comes the folder of the schema before it.
/// </summary>
public sealed class UpgradeTests
{
    private static readonly string[] Kept =
        ["lead", "lead_version", "lead_picture", "filing", "standing", "report", "report_file", "delivery", "outgoing", "unit", "person", "binding", "direct_line_activity"];

    [Theory]
    [InlineData("schema-0001")] // before the first release, 22 November
    public async Task A_data_folder_of_an_earlier_version_is_taken_over_whole_and_work_goes_on(string version)
    {
        var folder = Directory.CreateTempSubdirectory("officerbot-upgrade-").FullName;
        await UnpackAsync(version, folder);
        var path = Path.Combine(folder, "officerbot.db");
        var before = Counts(path);

        // Its owner removes the folder at the end.
        await using var office = await OfficeUnderTest.OpenAsync(new() { Folder = folder, RunsByItself = true });

        Counts(path).Should().Satisfy(before.Select(b => (System.Linq.Expressions.Expression<Func<KeyValuePair<string, long>, bool>>)(now => now.Key == b.Key && now.Value >= b.Value)).ToArray());
        office.Read(l => l.Leads.Find(new LeadQuery())).Select(l => l.Number.ToString()).Should().BeEquivalentTo("0916-01", "0916-02", "0916-03", "0916-04", "0917-01");
        var seat = await office.SitAsync("周晓燕", false);
        (await seat.SayAsync("报线索：白沙镇组织志愿者清理水塘3口。")).Only.Value("number").Should().Be("0917-02");
        (await (await office.SitAsync("黄拥军", false)).SayAsync("发了没")).Only.Reply.Should().Be("mail_accepted");
        StoreBackup.Check(path).Problems.Should().BeEmpty();
        Counts($"{path}.schema-{int.Parse(version.AsSpan(7), CultureInfo.InvariantCulture)}").Should().Equal(before, "the old file is kept");
        office.Errors.Lines.Should().BeEmpty();
        using var left = new Ledgers(folder);
        left.Files().Broken.Should().Be(0);
        left.Files().Whole.Count.Should().BeGreaterThanOrEqualTo(3);
    }

    private static async Task UnpackAsync(string version, string folder)
    {
        await using var packed = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Upgrades", $"{version}.tar.gz"));
        await using var plain = new GZipStream(packed, CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(plain, folder, overwriteFiles: false);
    }

    private static Dictionary<string, long> Counts(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return Kept.ToDictionary(table => table, table =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"select count(*) from {table}";
            return (long)command.ExecuteScalar()!; // a count always has a row
        });
    }
}
