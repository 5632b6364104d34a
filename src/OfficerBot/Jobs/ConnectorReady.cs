using System.Threading.Channels;
using NodaTime;

namespace OfficerBot.Jobs;

/// <summary>The lanes that have something to send now, first come first served, and those that rest until they may try again.</summary>
/// <param name="machine">Ends the rests.</param>
/// <param name="busy">Counts a lane from its beginning to its rest or end.</param>
internal sealed class ConnectorReady(TimeProvider machine, ConnectorBusy busy, ConnectorMeter meter)
{
    private readonly Channel<ConnectorLane> _lanes = Channel.CreateUnbounded<ConnectorLane>();

    /// <summary>Every lane when its turn comes; ends after <see cref="Complete"/>.</summary>
    public IAsyncEnumerable<ConnectorLane> ReadAllAsync() => _lanes.Reader.ReadAllAsync();

    /// <summary>Lets no further lane in.</summary>
    public void Complete() => _lanes.Writer.TryComplete();

    /// <summary>Puts a lane at the end when it begins to have something to send.</summary>
    public void Begin(ConnectorLane lane, bool begins)
    {
        if (begins)
        {
            busy.Begin();
            Again(lane);
        }
    }

    /// <summary>Takes up what waited before the start: after the rest the channel wanted, which is never longer than it can have been; the clock may have been put back.</summary>
    public void Resume(ConnectorLane lane, Instant restsUntil)
    {
        var rest = restsUntil.ToDateTimeOffset() - machine.GetUtcNow();
        if (lane.ReadMore())
        {
            busy.Begin();
            if (!Rest(lane, rest < ConnectorTries.LongestRest ? rest : ConnectorTries.LongestRest))
            {
                Again(lane);
            }
        }
    }

    /// <summary>Puts a lane that is under way at the end, for others to have their turn.</summary>
    public void Again(ConnectorLane lane) => _lanes.Writer.TryWrite(lane);

    /// <summary>Lets the lane rest. False when there is no need to.</summary>
    public bool Rest(ConnectorLane lane, TimeSpan wait)
    {
        if (wait <= TimeSpan.Zero)
        {
            return false;
        }

        lane.Rest?.Dispose();
        lane.Rest = machine.CreateTimer(_ => Rested(lane), null, wait, Timeout.InfiniteTimeSpan);
        meter.Resting(1);
        busy.End();
        return true;
    }

    private void Rested(ConnectorLane lane)
    {
        meter.Resting(-1);
        Begin(lane, begins: true);
    }
}
