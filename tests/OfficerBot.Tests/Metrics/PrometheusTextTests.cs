using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using OfficerBot.Metrics;
using OfficerBot.Protocol;

namespace OfficerBot.Tests.Metrics;

/// <summary>Instruments in, Prometheus' text out (prometheus.io, "Exposition formats", 0.0.4).</summary>
public sealed class PrometheusTextTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly MetricsBook _book;
    private readonly Meter _meter;

    public PrometheusTextTests()
    {
        _meter = Factory.Create(Meters.Name);
        _book = new MetricsBook(Factory);
    }

    private IMeterFactory Factory => _services.GetRequiredService<IMeterFactory>();

    public void Dispose()
    {
        _book.Dispose();
        _services.Dispose();
    }

    [Fact]
    public void A_counter_adds_up_under_each_set_of_labels()
    {
        var turns = _meter.CreateCounter<long>("officerbot.turns", "{turn}", "Turns.");
        turns.Add(2, new KeyValuePair<string, object?>("channel", "directline"));
        turns.Add(3, new KeyValuePair<string, object?>("channel", "directline"));
        turns.Add(1, new KeyValuePair<string, object?>("channel", "msteams"));

        Ours().Should().Equal(
            "# HELP officerbot_turns_total Turns.",
            "# TYPE officerbot_turns_total counter",
            "officerbot_turns_total{channel=\"directline\"} 5",
            "officerbot_turns_total{channel=\"msteams\"} 1");
    }

    [Fact]
    public void A_histogram_counts_into_every_bucket_its_values_fit_and_ends_with_infinity()
    {
        var seconds = _meter.CreateHistogram("officerbot.wait", "s", "Waiting.", null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.00005, 0.5, 1] });
        foreach (var value in (double[])[0.00005, 0.25, 0.75, 4])
        {
            seconds.Record(value);
        }

        Ours().Should().Equal(
            "# HELP officerbot_wait_seconds Waiting.",
            "# TYPE officerbot_wait_seconds histogram",
            "officerbot_wait_seconds_bucket{le=\"5e-05\"} 1",
            "officerbot_wait_seconds_bucket{le=\"0.5\"} 2",
            "officerbot_wait_seconds_bucket{le=\"1\"} 3",
            "officerbot_wait_seconds_bucket{le=\"+Inf\"} 4",
            "officerbot_wait_seconds_sum 5.00005",
            "officerbot_wait_seconds_count 4");
    }

    [Fact]
    public void What_goes_up_and_down_is_a_gauge_and_what_is_asked_for_forgets_what_it_no_longer_names()
    {
        var states = new List<Measurement<int>> { new(4, new KeyValuePair<string, object?>("state", "queued")) };
        _meter.CreateObservableGauge("officerbot.mails", () => states);
        var open = _meter.CreateUpDownCounter<int>("officerbot.streams");
        open.Add(3);
        open.Add(-1);
        Ours().Should().Contain("officerbot_mails{state=\"queued\"} 4").And.Contain("officerbot_streams 2").And.Contain("# TYPE officerbot_streams gauge");

        states[0] = new(5, new KeyValuePair<string, object?>("state", "accepted"));
        Ours().Should().Contain("officerbot_mails{state=\"accepted\"} 5").And.NotContain(l => l.Contains("queued"));
    }

    [Fact]
    public void Marks_in_labels_and_line_ends_in_help_are_escaped()
    {
        var odd = _meter.CreateCounter<long>("officerbot.odd-name", null, "One\nline \\ two");
        odd.Add(1, new KeyValuePair<string, object?>("a-b", "x\"y\\z\nw"));

        Ours().Should().Equal(
            "# HELP officerbot_odd_name_total One\\nline \\\\ two",
            "# TYPE officerbot_odd_name_total counter",
            "officerbot_odd_name_total{a_b=\"x\\\"y\\\\z\\nw\"} 1");
    }

    [Fact]
    public void A_label_with_endless_values_cannot_fill_the_memory()
    {
        var greedy = _meter.CreateCounter<long>("officerbot.greedy");
        for (var i = 0; i < 3 * Family.MostSeries; i++)
        {
            greedy.Add(1, new KeyValuePair<string, object?>("id", i));
        }

        Ours().Where(l => !l.StartsWith('#')).Should().HaveCount(Family.MostSeries + 1)
            .And.Contain($"officerbot_greedy_total{{other=\"true\"}} {2 * Family.MostSeries}");
    }

    [Fact]
    public void Another_service_of_the_same_process_is_not_heard()
    {
        using var other = new ServiceCollection().AddMetrics().BuildServiceProvider();
        other.GetRequiredService<IMeterFactory>().Create(Meters.Name).CreateCounter<long>("officerbot.strange").Add(1);

        Ours().Should().BeEmpty();
    }

    [Fact]
    public void Memory_and_collections_of_the_process_are_told() =>
        _book.Write().Split('\n').Should().Contain(l => l.StartsWith("dotnet_process_memory_working_set_bytes "))
            .And.Contain(l => l.StartsWith("dotnet_gc_collections_total{"));

    [Fact]
    public void Recording_into_a_series_that_is_there_allocates_nothing()
    {
        var turns = _meter.CreateCounter<long>("officerbot.turns");
        var wait = _meter.CreateHistogram<double>("officerbot.wait");
        Record(2);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Record(1000);

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);

        void Record(int times)
        {
            for (var i = 0; i < times; i++)
            {
                turns.Add(1, new("channel", "directline"), new("outcome", "done"));
                wait.Record(0.5, new KeyValuePair<string, object?>("channel", "directline"));
            }
        }
    }

    private List<string> Ours() =>
        [.. _book.Write().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => !l.Contains("dotnet_", StringComparison.Ordinal))];
}
