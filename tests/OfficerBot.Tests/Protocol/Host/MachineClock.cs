namespace OfficerBot.Tests.Protocol.Host;

/// <summary>Machine time that tests set forward; its timers run in real time.</summary>
public sealed class MachineClock : TimeProvider
{
    private readonly Lock door = new();
    private DateTimeOffset now = new(2026, 3, 1, 23, 59, 58, TimeSpan.Zero);

    /// <summary>Stands still until moved, so that only the stamp can make times differ.</summary>
    public override DateTimeOffset GetUtcNow()
    {
        lock (door)
        {
            return now;
        }
    }

    public void Advance(TimeSpan by)
    {
        lock (door)
        {
            now += by;
        }
    }
}
