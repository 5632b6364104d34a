using System.Text.Json;

namespace OfficerBot.Tests.Commands;

public sealed class DatesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("officerbot-dates-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Dates_of_a_file_are_printed_a_line_each_under_the_offices_conventions_or_others()
    {
        var file = Path.Combine(_folder, "phrases.jsonl");
        await File.WriteAllLinesAsync(file, [
            """{"id":"a","phrase":"明天上午和下周五","reference":"2020-09-17T10:30+08:00"}""",
            """{"id":"b","phrase":"三点意见","reference":"2020-09-17T10:30+08:00"}""",
            """{"id":"c","phrase":"进驻以来","reference":"2020-09-17T10:30:00","context":{"进驻":"2020-09-08"}}""",
            """{"id":"d","phrase":"周五5点","reference":"2020-09-17T10:30+08:00"}"""]);
        var (code, output, errors) = await TheProgram.RunAsync(_folder, "", "dates", file);
        code.Should().Be(0, errors);
        var rows = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        rows[0].GetProperty("start").GetString().Should().Be("2020-09-18T06:00:00+08:00");
        rows[0].GetProperty("entities").EnumerateArray().Select(e => e.TryGetProperty("alternative", out _)).Should().Equal(false, false);
        rows[1].GetProperty("start").ValueKind.Should().Be(JsonValueKind.Null);
        rows[1].GetProperty("entities").GetArrayLength().Should().Be(0);
        rows[2].GetProperty("end").GetString().Should().Be("2020-09-18T00:00:00");

        rows[3].GetProperty("entities").EnumerateArray().Select(e => e.TryGetProperty("alternative", out _)).Should().Equal(false, true, true, true);
        rows[3].GetProperty("start").GetString().Should().Be("2020-09-18T17:00:00+08:00");

        var elsewhere = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "Corpora", "dates-elsewhere.yaml");
        var other = await TheProgram.RunAsync(_folder, "", "dates", file, "--conventions", elsewhere);
        other.Output.Should().Contain("2020-09-18T08:00:00+08:00", other.Errors);
    }

    [Fact]
    public async Task A_line_that_is_no_phrase_is_named_with_its_number()
    {
        var file = Path.Combine(_folder, "phrases.jsonl");
        await File.WriteAllTextAsync(file, "{\"phrase\":\"今天\",\"reference\":\"yesterday\"}\n");
        var (code, _, errors) = await TheProgram.RunAsync(_folder, "", "dates", file);
        code.Should().Be(1);
        errors.Should().Contain("phrases.jsonl:1:");
    }
}
