using System.Diagnostics;
using System.Diagnostics.Metrics;
using NodaTime;
using OfficerBot.Clocks;
using OfficerBot.Protocol;
using OfficerBot.Storage;

namespace OfficerBot.Metrics;

/// <summary>What the office's work is measured by. Ids, words and names never become labels.</summary>
internal sealed class OfficeMeter
{
    private static readonly InstrumentAdvice<double> Turning =
        new() { HistogramBucketBoundaries = [0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1] };

    private readonly Counter<long> _turns;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _sent;
    private readonly Histogram<double> _beats;

    public OfficeMeter(IMeterFactory factory)
    {
        Meter = factory.Create(Meters.Name);
        _turns = Meter.CreateCounter<long>("officerbot.turns", "{turn}", "Turns, by channel and outcome.");
        _duration = Meter.CreateHistogram("officerbot.turn.duration", "s", "Understanding, deciding and wording of one turn, without the disk.", null, Turning);
        _sent = Meter.CreateCounter<long>("officerbot.outgoing", "{message}", "Messages that ended, by channel and outcome.");
        _beats = Meter.CreateHistogram<double>("officerbot.pulse.duration", "s", "Time one beat of the pulse took.");
    }

    /// <summary>The meter of this service.</summary>
    public Meter Meter { get; }

    /// <summary>A moment to measure a turn from; 0 while nobody listens.</summary>
    public long Moment() => _duration.Enabled ? Stopwatch.GetTimestamp() : 0;

    /// <summary>A turn was decided.</summary>
    public void Turned(string channel, long since)
    {
        _turns.Add(1, new("channel", channel), new("outcome", "done"));
        if (since != 0)
        {
            _duration.Record(Stopwatch.GetElapsedTime(since).TotalSeconds, new KeyValuePair<string, object?>("channel", channel));
        }
    }

    /// <summary>A turn failed, and the person was told a fault number.</summary>
    public void TurnFailed(string channel) => _turns.Add(1, new("channel", channel), new("outcome", "failed"));

    /// <summary>A message ended.</summary>
    /// <param name="outcome">sent, failed, dropped.</param>
    public void Sent(string channel, string outcome) => _sent.Add(1, new("channel", channel), new("outcome", outcome));

    /// <summary>A beat of the pulse ended.</summary>
    public void Beaten(TimeSpan took) => _beats.Record(took.TotalSeconds);

    /// <summary>What is counted only when somebody looks, each by one indexed query.</summary>
    public void Watch(SqliteStore store, OfficeClock office)
    {
        Meter.CreateObservableGauge("officerbot.outgoing.waiting", () => store.Read(s => s.Outbox.Waiting()), "{message}", "Messages that wait to be sent.");
        Meter.CreateObservableGauge("officerbot.mails", () => store.Read(s => s.Mail.States()).Select(s => new Measurement<int>(s.Count, new KeyValuePair<string, object?>("state", s.State))), "{mail}", "Reports' mails, by state.");
        Meter.CreateObservableGauge("officerbot.due.late", () => Late(store, office), "s", "How late the oldest open due row is, in office time.");
    }

    private static double Late(SqliteStore store, OfficeClock office) =>
        store.Read(s => s.Due.NextAt()) is { } due && office.GetCurrentInstant() - due is var late && late > Duration.Zero ? late.TotalSeconds : 0;
}
