namespace OfficerBot.Commands;

/// <summary>The program: without a command it serves; <c>--Section:Key value</c> are settings.</summary>
internal static class CommandLine
{
    /// <summary>Runs what the arguments ask for; the exit code is not 0 when something is wrong.</summary>
    public static Task<int> RunAsync(string[] args) => Serve.RunAsync(args);
}
