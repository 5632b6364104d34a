namespace OfficerBot.Protocol.Connector;

/// <summary>How long to wait before the next try: twice as long each time up to 30 s, and never all at the same moment.</summary>
public static class Backoff
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(30);

    /// <summary>The wait after this many tries (from 1), give or take a fifth.</summary>
    /// <param name="first">Without the fifth: the wait after the first try.</param>
    public static TimeSpan After(int tries, TimeSpan first)
    {
        var wait = first * (1L << Math.Min(tries - 1, 10));
        return (wait < Most ? wait : Most) * (0.8 + (Random.Shared.NextDouble() * 0.4));
    }
}
