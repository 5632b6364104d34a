using System.Diagnostics;

namespace OfficerBot.Tests.Documents;

/// <summary>
/// Runs the office suite on our files in a folder and profile of its own. Nothing here skips: without soffice and poppler the tests fail,
/// and the README's test command installs them.
/// </summary>
internal sealed class LibreOffice : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("officerbot-office-");

    public string Add(string name, byte[] bytes)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Converts all in one run, which takes two seconds or so; a file's result stands beside it with the new ending.</summary>
    public Task ConvertAsync(string filter, params string[] files) =>
        RunAsync("soffice", ["-env:UserInstallation=" + new Uri(Path.Combine(folder.FullName, "profile")), "--headless", "--convert-to", filter, "--outdir", folder.FullName, .. files]);

    public static Task<string> TextAsync(string pdf, params string[] options) => RunAsync("pdftotext", [.. options, pdf, "-"]);

    public void Dispose() => folder.Delete(recursive: true);

    private static string Fonts()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "OfficerBot.sln")))
        {
            at = at.Parent;
        }

        return Path.Combine(at?.FullName ?? throw new InvalidOperationException("Run inside the repository."), "tests", "fonts", "gw-fonts.conf");
    }

    private static async Task<string> RunAsync(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["FONTCONFIG_FILE"] = Fonts();
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        var said = await errors;
        process.ExitCode.Should().Be(0, "{0} said: {1}", program, said);
        return await output;
    }
}
