namespace OfficerBot.Domain.Reports;

/// <summary>Two counts of one thing that differ: the paper is refused (a hand-made report gets its sums wrong, ours says so).</summary>
/// <param name="What">A fixed word: <c>items</c>, <c>categories</c>, <c>pictures</c>, <c>twice</c>, <c>units</c>, <c>days</c>, <c>standings</c>, <c>lacks</c>, <c>row</c>.</param>
public sealed record Mismatch(string What, int Expected, int Found)
{
    /// <summary>The mismatches among counts that should agree.</summary>
    internal static IReadOnlyList<Mismatch> Among(params Mismatch[] counts) => counts.Where(c => c.Expected != c.Found).ToList();
}
