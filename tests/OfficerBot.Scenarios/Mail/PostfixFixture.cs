using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using OfficerBot.Mail.Smtp;
using OfficerBot.Mailing;
using OfficerBot.Settings;

namespace OfficerBot.Scenarios.Mail;

/// <summary>
/// A real mail server (Postfix, logins by Dovecot, TLS on 465 and 587) on a loopback address of its own, with a mailbox that
/// can be read. Needs root and the packages that tests/run installs; without them it throws, so tests fail and never skip.
/// Its certificate is of <see cref="TestAuthority.Trusted"/>, which this process and those it starts trust.
/// </summary>
public sealed class PostfixFixture : IAsyncLifetime, IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("officerbot-postfix-").FullName;
    private bool _isMade;
    private bool _runs;

    public PostfixFixture()
        : this("127.0.0.25")
    {
    }

    private PostfixFixture(string host) => Host = host;

    /// <summary>The loopback address; the certificate is for it.</summary>
    public string Host { get; }

    /// <summary>Also the only sender that this login may use.</summary>
    public string User => SampleLetter.Bot.Value;

    public string Password => "授权码-1";

    /// <summary>A server that is not started yet, on an address that no other test uses (127.0.0.25 is taken).</summary>
    public static PostfixFixture At(string host) => new(host);

    /// <summary>How to reach it; None is not spoken here.</summary>
    public SmtpSettings Settings(MailSecurity security) => new(Host, security == MailSecurity.Tls ? 465 : 587, security, User, Password);

    /// <summary>Up when this is done. May be stopped and started again; the mailbox stays.</summary>
    public async Task StartAsync()
    {
        if (!_isMade)
        {
            WriteCertificate();
            await RunAsync("make", Host, "mx.example.org", User, Password);
            _isMade = true;
        }

        await RunAsync("start");
        _runs = true;
    }

    public async Task StopAsync()
    {
        if (_runs)
        {
            await RunAsync("stop");
            _runs = false;
        }
    }

    /// <summary>All that lies in the mailbox of @example.org, bounces too, in no order.</summary>
    public IReadOnlyList<StoredMail> Messages()
    {
        var box = Path.Combine(_folder, "mail", "all", "new");
        return Directory.Exists(box) ? [.. Directory.GetFiles(box).Select(file => new StoredMail(File.ReadAllBytes(file)))] : [];
    }

    /// <summary>Waits until the server has delivered this letter, for at most 20 seconds.</summary>
    /// <param name="messageId">Without angle brackets.</param>
    public async Task<StoredMail> MessageAsync(string messageId)
    {
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var look = 0; look < 400; look++)
        {
            if (Messages().FirstOrDefault(mail => mail.MessageId == $"<{messageId}>") is { } found)
            {
                return found;
            }

            await looks.WaitForNextTickAsync();
        }

        throw new TimeoutException($"No letter {messageId} in the mailbox.\n{Log()}");
    }

    /// <summary>What the server wrote about its doings.</summary>
    public string Log() => string.Join('\n', Directory.Exists(LogFolder) ? Directory.GetFiles(LogFolder).Select(File.ReadAllText) : []);

    public Task InitializeAsync() => StartAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    private string LogFolder => Path.Combine(_folder, "log");

    private void WriteCertificate()
    {
        using var certificate = TestAuthority.Trusted.Issue(Host);
        using var key = certificate.GetECDsaPrivateKey()!; // issued with one
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "etc")).FullName;
        File.WriteAllText(Path.Combine(folder, "server.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "server.key"), key.ExportPkcs8PrivateKeyPem());
    }

    private async Task RunAsync(string verb, params string[] more)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "postfix", "server.sh");
        using var shell = Process.Start("sh", [script, verb, _folder, .. more]);
        await shell.WaitForExitAsync();
        if (shell.ExitCode != 0)
        {
            throw new InvalidOperationException($"The mail server for the tests did not {verb} (root, postfix and dovecot-core are needed).\n{Log()}");
        }
    }
}
