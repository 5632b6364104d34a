using System.Diagnostics;
using OfficerBot.Storage;

namespace OfficerBot.Tests.Storage;

/// <summary>This test program as a process of its own that uses a store, to be refused or to have its disk fail under it.</summary>
internal sealed class StoreChild : IDisposable
{
    private const string Word = "store-child";

    private StoreChild(Process process) => Process = process;

    public Process Process { get; }

    public static StoreChild Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])[typeof(StoreChild).Assembly.Location, Word, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        return new StoreChild(Process.Start(start)!); // a program that cannot be started throws
    }

    /// <summary>What it says up to a word of its own.</summary>
    public async Task<IReadOnlyList<string>> UntilAsync(string word)
    {
        var lines = new List<string>();
        while (await Process.StandardOutput.ReadLineAsync() is { } line && line != word)
        {
            lines.Add(line);
        }

        return lines;
    }

    public void Dispose()
    {
        if (!Process.HasExited)
        {
            Process.Kill();
        }

        Process.Dispose();
    }

    /// <summary>The entry of the test program: only ever used by <see cref="Start"/>.</summary>
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [Word, var what, var path, .. var rest])
        {
            return 2;
        }

        await (what == "open" ? OpenAsync(path) : WriteAsync(path, int.Parse(rest[0])));
        Console.WriteLine("end");
        return 0;
    }

    private static async Task OpenAsync(string path)
    {
        await using var store = SqliteStore.TryOpen(new(path, Samples.ReadNotice), out var heldBy);
        Console.WriteLine(store is null ? $"held by {heldBy}" : "opened");
    }

    private static async Task WriteAsync(string path, int count)
    {
        await using var store = SqliteStore.Open(new(path, Samples.ReadNotice));
        var cast = await store.WriteAsync(s => Samples.Fill(s.Ledger(Samples.Group)), default);
        for (var i = 0; i < count; i++)
        {
            await TellAsync(string.Empty, () => AddAsync(store, cast));
        }

        Console.WriteLine("ready");
        Console.ReadLine();
        await TellAsync(string.Empty, () => AddAsync(store, cast));
        await TellAsync(string.Empty, () => AddAsync(store, cast));
        await TellAsync("files ", () => store.Files.KeepAsync([1, 2, 3], "image/png", default));
        await store.Stopped;
        Console.WriteLine("store has stopped");
    }

    private static Task<OfficerBot.Domain.Leads.Lead> AddAsync(SqliteStore store, Cast cast) =>
        store.WriteAsync(s => s.Ledger(Samples.Group).Leads.Add(Samples.Lead(cast, "防汛")), default);

    private static async Task TellAsync(string of, Func<Task> write)
    {
        try
        {
            await write();
            Console.WriteLine($"{of}acknowledged");
        }
        catch (StoreUnavailableException e)
        {
            Console.WriteLine($"{of}unavailable {e.Reason}");
        }
    }
}
