using System.Diagnostics.Metrics;
using OfficerBot.Metrics;

namespace OfficerBot.Jobs;

/// <summary>What sending to channels is measured by, beside <see cref="OfficeMeter.Sent"/> for messages that have ended.</summary>
internal sealed class ConnectorMeter
{
    private readonly OfficeMeter _office;
    private readonly Counter<long> _retried;
    private readonly UpDownCounter<long> _resting;

    public ConnectorMeter(OfficeMeter office)
    {
        _office = office;
        _retried = office.Meter.CreateCounter<long>("officerbot.outgoing.retried", "{try}", "Tries after which a message to a channel is tried again, by channel.");
        _resting = office.Meter.CreateUpDownCounter<long>("officerbot.outgoing.resting", "{chat}", "Chats that rest before the next try.");
    }

    /// <summary>A channel took one.</summary>
    public void Sent(string channel) => _office.Sent(channel, "sent");

    /// <summary>One is given up.</summary>
    public void Failed(string channel) => _office.Sent(channel, "failed");

    /// <summary>One is tried again.</summary>
    public void Retried(string channel) => _retried.Add(1, new KeyValuePair<string, object?>("channel", channel));

    /// <summary>So many more chats rest.</summary>
    public void Resting(int more) => _resting.Add(more);
}
