using System.Text;

namespace OfficerBot.Jobs;

/// <summary>Names, sizes and times of the files below folders: equal when nothing was changed.</summary>
internal static class FolderState
{
    /// <summary>The state of the content files below some folders; one that is not there adds nothing.</summary>
    /// <exception cref="IOException">A file went while it was looked at.</exception>
    public static string Of(params IEnumerable<string> folders)
    {
        var state = new StringBuilder();
        foreach (var folder in folders.Select(Path.GetFullPath).Distinct().Where(Directory.Exists))
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Where(IsContent).OrderBy(f => f.FullName, StringComparer.Ordinal))
            {
                state.Append(file.FullName).Append('|').Append(file.Length).Append('|').Append(file.LastWriteTimeUtc.Ticks).Append('\n');
            }
        }

        return state.ToString();
    }

    /// <summary>Samples and what an editor leaves beside a file are no content.</summary>
    private static bool IsContent(FileInfo file) => file.Extension is ".rule" or ".txt" or ".yaml" or ".csv";
}
