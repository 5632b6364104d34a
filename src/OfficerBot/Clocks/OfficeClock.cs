using NodaTime;

namespace OfficerBot.Clocks;

/// <summary>
/// Office time: decides everything people see. Runs with machine time, and in sample mode and tests may be moved, forwards only.
/// </summary>
/// <param name="machine">Machine time, read here and handed to nothing else about officers.</param>
public sealed class OfficeClock(TimeProvider machine) : IClock
{
    private readonly Lock _lock = new();
    private Duration _ahead = Duration.Zero;

    /// <summary>How far office time is from machine time; kept across restarts in sample mode.</summary>
    public Duration Ahead
    {
        get
        {
            lock (_lock)
            {
                return _ahead;
            }
        }
    }

    /// <inheritdoc/>
    public Instant GetCurrentInstant() => MachineNow() + Ahead;

    /// <summary>Moves office time to an instant. False, and nothing moves, when that lies in its past.</summary>
    public bool MoveTo(Instant to)
    {
        lock (_lock)
        {
            var now = MachineNow() + _ahead;
            if (to < now)
            {
                return false;
            }

            _ahead = to - MachineNow();
            return true;
        }
    }

    /// <summary>Sets the distance when the process starts or a new sample begins; the only way backwards.</summary>
    public void Begin(Duration ahead)
    {
        lock (_lock)
        {
            _ahead = ahead;
        }
    }

    /// <summary>The distance that would make it be this instant now.</summary>
    public Duration DistanceTo(Instant start) => start - MachineNow();

    private Instant MachineNow() => Instant.FromDateTimeOffset(machine.GetUtcNow());
}
