using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using OfficerBot.Protocol;

namespace OfficerBot.Metrics;

/// <summary>
/// Listens to the instruments of this service and to those of the runtime (memory, collections), and keeps their values. Other services of the same
/// process, as in tests, are not heard. Instruments cost something only while a book is open.
/// </summary>
internal sealed class MetricsBook : IDisposable
{
    private const string Runtime = "System.Runtime";

    // Memory, collections, processor. What else the runtime offers tells an operator nothing.
    private static readonly string[] OfRuntime = ["dotnet.gc.", "dotnet.process.cpu.time", "dotnet.process.memory.", "dotnet.exceptions"];

    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<Family> _families = new();
    private readonly Lock _writing = new();

    public MetricsBook(IMeterFactory factory)
    {
        var own = factory.Create(Meters.Name).Scope;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (IsOurs(instrument, own))
            {
                var family = new Family(instrument);
                _families.Enqueue(family);
                listener.EnableMeasurementEvents(instrument, family);
            }
        };
        _listener.SetMeasurementEventCallback<double>(static (_, value, labels, family) => ((Family)family!).Record(value, labels)); // given above, as in all of these
        _listener.SetMeasurementEventCallback<float>(static (_, value, labels, family) => ((Family)family!).Record(value, labels));
        _listener.SetMeasurementEventCallback<long>(static (_, value, labels, family) => ((Family)family!).Record(value, labels));
        _listener.SetMeasurementEventCallback<int>(static (_, value, labels, family) => ((Family)family!).Record(value, labels));
        _listener.SetMeasurementEventCallback<short>(static (_, value, labels, family) => ((Family)family!).Record(value, labels));
        _listener.SetMeasurementEventCallback<byte>(static (_, value, labels, family) => ((Family)family!).Record(value, labels));
        _listener.SetMeasurementEventCallback<decimal>(static (_, value, labels, family) => ((Family)family!).Record((double)value, labels));
        _listener.Start();
    }

    /// <summary>Everything, as <c>text/plain; version=0.0.4</c>. What only tells its value when asked is asked now.</summary>
    public string Write()
    {
        lock (_writing)
        {
            foreach (var family in _families)
            {
                family.BeginRound();
            }

            try
            {
                _listener.RecordObservableInstruments();
            }
            catch (AggregateException)
            {
                // Those that can be told are; a store that cannot be read is readiness's to say.
            }

            return PrometheusText.Of(_families);
        }
    }

    public void Dispose() => _listener.Dispose();

    private static bool IsOurs(Instrument instrument, object? own) => instrument.Meter.Name switch
    {
        Runtime => OfRuntime.Any(p => instrument.Name.StartsWith(p, StringComparison.Ordinal)),
        Meters.Name => instrument.Meter.Scope is null || ReferenceEquals(instrument.Meter.Scope, own),
        _ => false,
    };
}
