using System.Diagnostics;
using System.Text.Json;

namespace OfficerBot.Mailing;

/// <summary>A letter as Python's email parser reads it: an outside judge of our bytes.</summary>
public static class PythonLetter
{
    /// <summary>Needs python3, which the README's test command installs; without it this throws, it never skips.</summary>
    public static async Task<JsonElement> ReadAsync(ReadOnlyMemory<byte> letter)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, letter.ToArray());
            return JsonDocument.Parse(await RunAsync(file)).RootElement;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> RunAsync(string file)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "mail", "read_letter.py");
        using var python = Process.Start(new ProcessStartInfo("python3", [script, file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = python.StandardError.ReadToEndAsync();
        var output = await python.StandardOutput.ReadToEndAsync();
        await python.WaitForExitAsync();
        return python.ExitCode == 0 ? output : throw new InvalidOperationException(await errors);
    }
}
