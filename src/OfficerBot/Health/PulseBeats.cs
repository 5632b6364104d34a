using OfficerBot.Jobs;

namespace OfficerBot.Health;

/// <summary>What is due is looked for: the last beat is not long ago.</summary>
internal sealed class PulseBeats(Pulse pulse) : IReadinessCheck
{
    /// <summary>A beat may wait for a slow mail server or channel for some seconds.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    public string Name => "pulse";

    /// <inheritdoc/>
    public ValueTask<string?> ProblemAsync(CancellationToken cancel) =>
        ValueTask.FromResult(pulse.SinceLastBeat <= Longest ? null : "no beat for more than a minute; reminders and mails wait");
}
