using OfficerBot.Doors;
using OfficerBot.Mail;
using OfficerBot.Mail.Smtp;
using OfficerBot.Protocol.DirectLine;
using OfficerBot.Settings;
using OfficerBot.Storage;
using OfficerBot.Wiring;

namespace OfficerBot.Scenarios.Kills;

/// <summary>
/// This assembly as a program: the service with a part replaced, as the environment says. Some parts are wrong, which shows that a judge finds what it is
/// there to find; some die at a named point; some let a mail server of the test be reached, or time pass between two starts.
/// </summary>
internal static class Launcher
{
    /// <summary>The assembly, beside the service's.</summary>
    public const string Program = "OfficerBot.Scenarios.dll";

    /// <summary>Which part is wrong: <see cref="AcknowledgesEarly"/> or <see cref="SynchronousNormal"/>.</summary>
    public const string Fault = "LAUNCHER_FAULT";

    /// <summary>A door that acknowledges before its turn is on the disk.</summary>
    public const string AcknowledgesEarly = "acknowledges-early";

    /// <summary>A database that does not wait for the disk.</summary>
    public const string SynchronousNormal = "synchronous-normal";

    /// <summary>Where to die: the file of a <see cref="CrashPoint"/>.</summary>
    public const string Crash = "LAUNCHER_CRASH";

    /// <summary>Port of a mail server on this machine.</summary>
    public const string MailPort = "LAUNCHER_MAIL_PORT";

    /// <summary>Minutes the machine's clock is ahead: what was to be tried again after some minutes is due at the next start.</summary>
    public const string Ahead = "LAUNCHER_AHEAD";

    private static async Task<int> Main(string[] args)
    {
        var (app, problems) = await Service.BuildAsync(args, Replace, CancellationToken.None);
        if (app is null)
        {
            await Console.Error.WriteLineAsync(string.Join('\n', problems));
            return 1;
        }

        await using (app)
        {
            await app.StartAsync();
            Console.WriteLine($"launched / open: {string.Join(' ', app.Urls)}");
            await app.WaitForShutdownAsync();
        }

        return 0;
    }

    private static void Replace(IServiceCollection services)
    {
        var crash = Environment.GetEnvironmentVariable(Crash) is { Length: > 0 } point ? new CrashPoint(point) : null;
        var fault = Environment.GetEnvironmentVariable(Fault);
        services.AddSingleton(s => SqliteStore.Open(new(s.GetRequiredService<OfficerBotSettings>().StoragePath, Contents.ReadNotice)
        {
            OnWriter = crash is null ? null : crash.Watch,
            TrustsTheDisk = fault == SynchronousNormal,
        }));
        if (fault == AcknowledgesEarly)
        {
            services.AddSingleton<IDirectLineDoor>(s => new EarlyDoor(ActivatorUtilities.CreateInstance<DirectLineDoor>(s)));
        }

        if (Number(Ahead) is { } minutes)
        {
            services.AddSingleton<TimeProvider>(new ShiftedTime(Wiring.Wiring.Machine, TimeSpan.FromMinutes(minutes)));
        }

        if (Number(MailPort) is { } port)
        {
            services.AddSingleton<IMailSubmission>(s => new CrashingSubmission(
                new SmtpSubmission(new SmtpSettings("127.0.0.1", port, MailSecurity.None), s.GetRequiredService<TimeProvider>()), crash));
        }
    }

    private static int? Number(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), out var number) ? number : null;

    /// <summary>Says yes first and writes afterwards.</summary>
    private sealed class EarlyDoor(IDirectLineDoor inner) : IDirectLineDoor
    {
        private Task _writing = Task.CompletedTask;

        public Task<StartResult> StartedAsync(StartedConversation started, CancellationToken cancel) => inner.StartedAsync(started, cancel);

        public Task<PostResult> PostAsync(IncomingPost post, CancellationToken cancel)
        {
            _writing = Task.WhenAny(_writing, inner.PostAsync(post, CancellationToken.None)); // not awaited: that is the fault
            return Task.FromResult<PostResult>(new PostResult.Accepted("early"));
        }
    }

    /// <summary>The machine's clock, ahead.</summary>
    private sealed class ShiftedTime(TimeProvider machine, TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + ahead;
    }

    /// <summary>Dies when the letter was handed over, if that is the point.</summary>
    private sealed class CrashingSubmission(IMailSubmission inner, CrashPoint? crash) : IMailSubmission
    {
        public async Task<SmtpOutcome> SubmitAsync(Envelope envelope, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
        {
            var outcome = await inner.SubmitAsync(envelope, message, cancellationToken);
            crash?.Reach(CrashPoint.Submitted);
            return outcome;
        }
    }
}
