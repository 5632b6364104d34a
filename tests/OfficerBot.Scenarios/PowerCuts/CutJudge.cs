using OfficerBot.Scenarios.Kills;
using OfficerBot.Storage;
using OfficerBot.Wiring;

namespace OfficerBot.Scenarios.PowerCuts;

/// <summary>Opens what a power cut left, as the service would, and holds it against what had been acknowledged by then.</summary>
/// <param name="acknowledged">Turns by their id.</param>
/// <param name="confirmed">The id of the message that confirmed a report; null when none was.</param>
internal sealed class CutJudge(IReadOnlyDictionary<string, Acknowledged> acknowledged, string? confirmed)
{
    /// <summary>True for the id of a turn that must be there once it was acknowledged.</summary>
    public bool IsPromised(string id) => acknowledged.ContainsKey(id) || id == confirmed;

    /// <summary>Judges one image.</summary>
    /// <param name="told">Ids of the activities acknowledged before the cut.</param>
    public async Task<CutVerdict> JudgeAsync(string image, IReadOnlyCollection<string> told)
    {
        var path = Path.Combine(image, "officerbot.db");
        try
        {
            await using (SqliteStore.Open(new(path, Contents.ReadNotice)))
            {
                // brought up to date, and closed
            }
        }
        catch (Exception e) when (e is StoreUnavailableException or StoreHeldException)
        {
            return new(told.Count, [], [e.Message]);
        }

        using var left = new Ledgers(image);
        var leads = left.Leads;
        var (files, broken) = left.Files();
        bool IsThere(Acknowledged a) => leads[a.Mark].Count() == 1 && leads[a.Mark].Single().Message == a.Id && (a.File is not { } file || files.Contains(file));
        var lost = told.Where(id => acknowledged.TryGetValue(id, out var turn) ? !IsThere(turn) : left.Letters == 0).ToList();
        return new(told.Count, lost, [.. Problems(left, path, broken, image)]);
    }

    private static IEnumerable<string> Problems(Ledgers left, string path, int broken, string image) =>
    [
        .. StoreBackup.Check(path).Problems,
        .. left.Gaps.Select(day => $"numbers of {day} have a gap"),
        .. left.Halves.Select(message => $"half of the turn {message} is there"),
        .. broken > 0 ? [$"{broken} files have other bytes than their key says"] : Array.Empty<string>(),
        .. left.Unmatched != 0 ? ["messages of the bot and the rows that decided them do not match"] : Array.Empty<string>(),
        .. new FileInfo(Path.Combine(image, "directline.secret")) is { Exists: true, Length: 0 } ? ["the key of Direct Line is empty"] : Array.Empty<string>(),
    ];
}

/// <summary>What a cut did.</summary>
/// <param name="Told">How many turns had been acknowledged.</param>
/// <param name="Lost">Those of them that are not there.</param>
/// <param name="Problems">What else is wrong; empty when the store opens and is consistent.</param>
internal sealed record CutVerdict(int Told, IReadOnlyList<string> Lost, IReadOnlyList<string> Problems);
