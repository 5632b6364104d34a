namespace OfficerBot.Tests.House;

/// <summary>The checked-out tree the tests were built from.</summary>
internal static class Tree
{
    /// <summary>The folder that holds <c>OfficerBot.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path below the root.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>All text files that belong to the project, without build output and fetched packages.</summary>
    public static IEnumerable<string> TextFiles() => Directory
        .EnumerateFiles(Root, "*", SearchOption.AllDirectories)
        .Where(f => !Skipped(Path.GetRelativePath(Root, f)))
        .Where(f => new FileInfo(f).Length < 2_000_000 && !f.EndsWith(".png", StringComparison.Ordinal) && !f.EndsWith(".xlsx", StringComparison.Ordinal));

    private static bool Skipped(string path) => path.Split(Path.DirectorySeparatorChar)
        .Any(p => p is "bin" or "obj" or ".git" or "node_modules" or "artifacts" or "data" or "TestResults" or ".vs" or ".idea");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "OfficerBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("OfficerBot.sln was not found above the test binaries.");
    }
}
