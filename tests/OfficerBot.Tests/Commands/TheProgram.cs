using System.Diagnostics;

namespace OfficerBot.Tests.Commands;

/// <summary>The program as a process of its own, started from a folder of its own.</summary>
internal sealed class TheProgram : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private TheProgram(string folder, IEnumerable<string> arguments, params string[] by)
    {
        string[] command = [.. by, "dotnet"];
        var start = new ProcessStartInfo(command[0]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        command.Skip(1).ToList().ForEach(start.ArgumentList.Add);
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "OfficerBot.dll"));
        arguments.ToList().ForEach(start.ArgumentList.Add);
        _process = Process.Start(start)!; // no shell is used, so a process is always given
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    public static TheProgram Start(string folder, params string[] arguments) => new(folder, arguments);

    /// <summary>Runs it to its end as a user without rights; the tests run as root, to whom every file is open.</summary>
    public static Task<(int Code, string Output, string Errors)> RunAsNobodyAsync(string folder, params string[] arguments) =>
        EndAsync(new TheProgram(folder, arguments, "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"), "");

    /// <summary>Runs it to its end.</summary>
    public static Task<(int Code, string Output, string Errors)> RunAsync(string folder, string input, params string[] arguments) =>
        EndAsync(new TheProgram(folder, arguments), input);

    private static async Task<(int Code, string Output, string Errors)> EndAsync(TheProgram started, string input)
    {
        using var program = started;
        await program._process.StandardInput.WriteAsync(input);
        program._process.StandardInput.Close();
        var output = await program._process.StandardOutput.ReadToEndAsync();
        await program._process.WaitForExitAsync();
        return (program._process.ExitCode, output, await program._errors);
    }

    /// <summary>Reads what it prints up to a line that begins so, and gives that line.</summary>
    public async Task<string> LineAsync(string beginning)
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"It ended without “{beginning}”: {await _errors}");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
