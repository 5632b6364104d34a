using System.Text.Json;
using OfficerBot.Settings;
using OfficerBot.Turns;

namespace OfficerBot.Requests;

/// <summary>
/// Where commands leave requests for the running service, which alone may write the database: <c>requests/</c> in the data folder, a file each, answered
/// by a file each. Whoever may write there may write the database too, so the folder's rights are all the protection it needs. A file appears under its
/// name only when it is whole.
/// </summary>
internal sealed class RequestFolder(string path)
{
    private const string AskedEnding = ".request";
    private const string AnsweredEnding = ".answer";

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    /// <summary>The folder of an installation.</summary>
    public static RequestFolder Of(OfficerBotSettings settings) => new(Path.Combine(settings.DataFolder, "requests"));

    /// <summary>Requests not yet answered, by key.</summary>
    public IReadOnlyList<string> Waiting() =>
        Directory.Exists(path) ? [.. Directory.GetFiles(path, "*" + AskedEnding).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!] : [];

    /// <summary>The request of a key; null when the file holds none.</summary>
    public OperatorRequest? Read(string key)
    {
        try
        {
            return JsonSerializer.Deserialize<OperatorRequest>(File.ReadAllText(FileOf(key, AskedEnding)));
        }
        catch (JsonException)
        {
            return null; // whoever wrote it is told so
        }
    }

    /// <summary>Answers a request and takes it out of the folder.</summary>
    public void Answer(string key, RequestAnswer answer)
    {
        Put(key, AnsweredEnding, JsonSerializer.Serialize(answer));
        File.Delete(FileOf(key, AskedEnding));
    }

    /// <summary>Leaves a request and waits for its answer.</summary>
    /// <returns>Null when none came in time; the request is taken back then.</returns>
    public async Task<RequestAnswer?> AskAsync(OperatorRequest request, TimeSpan atMost, TimeProvider machine, CancellationToken cancel)
    {
        Directory.CreateDirectory(path);
        var key = UnguessableKey.New();
        Put(key, AskedEnding, JsonSerializer.Serialize(request));
        var answered = FileOf(key, AnsweredEnding);
        using var timer = new PeriodicTimer(LookEvery, machine);
        for (var waited = TimeSpan.Zero; waited < atMost && !File.Exists(answered); waited += LookEvery)
        {
            await timer.WaitForNextTickAsync(cancel);
        }

        File.Delete(FileOf(key, AskedEnding));
        return File.Exists(answered) ? Take(answered) : null;
    }

    private static RequestAnswer? Take(string answered)
    {
        var answer = JsonSerializer.Deserialize<RequestAnswer>(File.ReadAllText(answered));
        File.Delete(answered);
        return answer;
    }

    private void Put(string key, string ending, string json)
    {
        var part = FileOf(key, ending + ".part");
        File.WriteAllText(part, json);
        File.Move(part, FileOf(key, ending));
    }

    private string FileOf(string key, string ending) => Path.Combine(path, key + ending);
}
