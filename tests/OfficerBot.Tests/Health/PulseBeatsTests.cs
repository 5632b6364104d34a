using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OfficerBot.Health;
using OfficerBot.Jobs;
using OfficerBot.Mailing;
using OfficerBot.Metrics;

namespace OfficerBot.Tests.Health;

public sealed class PulseBeatsTests : IDisposable
{
    private readonly ManualTime _machine = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task A_beat_that_hangs_is_told_after_a_minute_and_its_end_heals_it()
    {
        var job = new HangingJob();
        using var pulse = new Pulse([job], _machine, new OfficeMeter(_services.GetRequiredService<IMeterFactory>()), new ServiceManager(null), NullLogger<Pulse>.Instance);
        var check = new PulseBeats(pulse);
        var beat = pulse.BeatAsync(default);

        _machine.Advance(TimeSpan.FromSeconds(60));
        (await check.ProblemAsync(default)).Should().BeNull();
        _machine.Advance(TimeSpan.FromSeconds(1));
        (await check.ProblemAsync(default)).Should().Contain("no beat");

        job.Release.SetResult(false);
        await beat;
        (await check.ProblemAsync(default)).Should().BeNull();
    }

    private sealed class HangingJob : IJob
    {
        public TaskCompletionSource<bool> Release { get; } = new();

        public Task<bool> RunAsync(CancellationToken cancel) => Release.Task;
    }
}
