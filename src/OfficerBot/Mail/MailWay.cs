using NodaTime;
using OfficerBot.Documents.Mail;

namespace OfficerBot.Mail;

/// <summary>How letters leave the house.</summary>
/// <param name="Submission">The mail server, or the folder in its place.</param>
/// <param name="From">The one address they come from; also where bounces go.</param>
/// <param name="Machine">Machine time: retries and time-outs know no office time.</param>
internal sealed record MailWay(IMailSubmission Submission, MailAddress From, TimeProvider Machine)
{
    /// <summary>Machine time now.</summary>
    public Instant MachineNow => Instant.FromDateTimeOffset(Machine.GetUtcNow());
}
