using NodaTime;
using OfficerBot.Clocks;
using OfficerBot.Documents.Mail;
using OfficerBot.Domain.Deliveries;
using OfficerBot.Mail;
using OfficerBot.Protocol.DirectLine;
using OfficerBot.Storage;
using OfficerBot.Storage.Rows;

namespace OfficerBot.Jobs;

/// <summary>
/// Sends letters, one at a time: "sending" is stored before connecting, the outcome after (mail-and-documents.md c6). A slow server holds up no other
/// job: an attempt that takes long goes on beside the pulse, and a later beat finds its end.
/// </summary>
internal sealed class MailJob(SqliteStore store, LetterBook book, MailWay way, OfficeClock office, DirectLineHub hub) : IJob, IAsyncDisposable
{
    // Most servers answer by then; so what follows from the answer is there when the beat ends.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly HashSet<string> _warned = [];
    private Task? _attempt;
    private bool _isRecovered;

    /// <inheritdoc/>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        if (_attempt is { IsCompleted: false })
        {
            return await WarnAsync(cancel);
        }

        if (_attempt is { } ended)
        {
            _attempt = null;
            await ended; // what it threw is this job's failure
        }

        await RecoverAsync(cancel);
        var did = await WarnAsync(cancel);
        return store.Read(NextDue) is { } letter ? await AttemptAsync(letter, cancel) || did : did;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_attempt is { } attempt)
        {
            await attempt.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // the row says where it stood; the next start goes on from there
        }
    }

    private MailRow? NextDue(ReadSession session) =>
        book.IsStopped(session) ? null : session.Mail.DueBy(way.MachineNow, 1) is [var letter, ..] ? letter : null;

    private async Task<bool> AttemptAsync(MailRow letter, CancellationToken cancel)
    {
        _attempt = SendAsync(letter, cancel);
        try
        {
            await _attempt.WaitAsync(Patience, way.Machine, cancel);
        }
        catch (TimeoutException) when (!_attempt.IsCompleted)
        {
            return false; // goes on beside the pulse
        }

        _attempt = null;
        return true;
    }

    private async Task SendAsync(MailRow letter, CancellationToken cancel)
    {
        var sending = await store.WriteAsync(s => LetterBook.Begin(s, letter, way.MachineNow, office.GetCurrentInstant()), cancel);
        var (bytes, mailbox) = store.Read(s => (s.Mail.Bytes(letter), s.Ledger(letter.Group).Notice.Mailbox));
        var outcome = await way.Submission.SubmitAsync(new Envelope(way.From, [MailAddress.Parse(mailbox)], letter.MessageId), bytes, cancel);
        var officeNow = office.GetCurrentInstant();
        var state = Delivery.After(sending, AttemptResults.Of(outcome, officeNow), way.MachineNow);
        // Not cancelled: the server has answered, and the answer is written down even while the process ends.
        Publish(await store.WriteAsync(s => book.End(s, letter, state, officeNow), CancellationToken.None));
    }

    private async Task RecoverAsync(CancellationToken cancel)
    {
        if (!_isRecovered)
        {
            await store.WriteAsync(s => book.Recover(s, way.MachineNow), cancel);
            _isRecovered = true;
        }
    }

    private async Task<bool> WarnAsync(CancellationToken cancel)
    {
        var now = office.GetCurrentInstant();
        var overdue = store.Read(s => s.Mail.NotAccepted().Where(l => !_warned.Contains(l.FileKey) && book.Overdue(s.Ledger(l.Group), l, now) is not null).ToList());
        foreach (var letter in overdue)
        {
            Publish(await store.WriteAsync(s => book.Warn(s, letter, now), cancel) ?? []);
            _warned.Add(letter.FileKey);
        }

        return overdue.Count > 0;
    }

    private void Publish(IReadOnlyCollection<string> changed)
    {
        foreach (var conversation in changed)
        {
            hub.Published(conversation);
        }
    }
}
