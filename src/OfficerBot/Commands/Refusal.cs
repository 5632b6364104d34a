namespace OfficerBot.Commands;

/// <summary>How a command says that something is wrong.</summary>
internal static class Refusal
{
    /// <summary>Prints on stderr.</summary>
    /// <returns>The exit code, 1.</returns>
    public static int Print(IEnumerable<object> problems)
    {
        foreach (var problem in problems)
        {
            Console.Error.WriteLine(problem);
        }

        return 1;
    }
}
