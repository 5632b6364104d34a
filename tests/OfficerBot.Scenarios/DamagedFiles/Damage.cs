namespace OfficerBot.Scenarios.DamagedFiles;

/// <summary>One way to damage a data folder.</summary>
/// <param name="Name">For people.</param>
/// <param name="Do">Does it, to the folder.</param>
/// <param name="MayShorten">What was written last may be gone without a word: the log's end looks as after a crash.</param>
internal sealed record Damage(string Name, Action<string, Random> Do, bool MayShorten = false)
{
    private const int Page = 4096;

    private const string Books = "officerbot.db";
    private const string Log = "officerbot.db-wal";
    private const string Files = "officerbot.files.db";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Damage> All { get; } =
    [
        new("a page of the books is noise", (folder, random) => OverwritePage(folder, Books, random, 1, noise: true)),
        new("a page of the books is zero", (folder, random) => OverwritePage(folder, Books, random, 1, noise: false)),
        new("the first page of the books is noise", (folder, random) => Overwrite(folder, Books, 0, Noise(random, Page))),
        new("the first bytes of the books are another program's", (folder, _) => Overwrite(folder, Books, 0, "PK\u0003\u0004 not a database at all"u8.ToArray())),
        new("the books are cut off", (folder, random) => Cut(folder, Books, random.Next(1, (int)LengthOf(folder, Books)))),
        new("the books are empty", (folder, _) => Cut(folder, Books, 0)),
        new("the books are gone", (folder, _) => File.Delete(Path.Combine(folder, Books))),
        new("the log is cut off", (folder, random) => Cut(folder, Log, random.Next((int)LengthOf(folder, Log))), MayShorten: true),
        new("a place in the log is noise", (folder, random) => Overwrite(folder, Log, random.Next((int)LengthOf(folder, Log)), Noise(random, 100)), MayShorten: true),
        new("the log is gone", (folder, _) => File.Delete(Path.Combine(folder, Log)), MayShorten: true),
        new("a page of the files is noise", (folder, random) => OverwritePage(folder, Files, random, 1, noise: true)),
        new("the files are cut off", (folder, random) => Cut(folder, Files, random.Next(1, (int)LengthOf(folder, Files)))),
        new("the files are empty", (folder, _) => Cut(folder, Files, 0)),
        new("the files are gone", (folder, _) => File.Delete(Path.Combine(folder, Files))),
        new("a folder stands where the books should be", (folder, _) => Replace(folder, Books)),
        new("the books of another program", (folder, random) => File.WriteAllBytes(Path.Combine(folder, Books), Noise(random, 3 * Page))),
    ];

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static long LengthOf(string folder, string name) => new FileInfo(Path.Combine(folder, name)).Length;

    private static byte[] Noise(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private static void OverwritePage(string folder, string name, Random random, int first, bool noise)
    {
        var page = random.Next(first, (int)(LengthOf(folder, name) / Page));
        Overwrite(folder, name, (long)page * Page, noise ? Noise(random, Page) : new byte[Page]);
    }

    private static void Overwrite(string folder, string name, long at, byte[] bytes)
    {
        using var file = File.OpenWrite(Path.Combine(folder, name));
        file.Position = at;
        file.Write(bytes);
    }

    private static void Cut(string folder, string name, long length)
    {
        using var file = File.OpenWrite(Path.Combine(folder, name));
        file.SetLength(length);
    }

    private static void Replace(string folder, string name)
    {
        File.Delete(Path.Combine(folder, name));
        Directory.CreateDirectory(Path.Combine(folder, name));
    }
}
