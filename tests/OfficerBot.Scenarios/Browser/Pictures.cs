namespace OfficerBot.Scenarios.Browser;

/// <summary>Where pictures of the page are put: <c>artifacts/screenshots</c> of the tree, which is not part of it.</summary>
internal static class Pictures
{
    /// <summary>The folder, made when missing.</summary>
    public static string Folder { get; } = Directory.CreateDirectory(Path.Combine(FindRoot(), "artifacts", "screenshots")).FullName;

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
