using OfficerBot.Domain.Deliveries;

namespace OfficerBot.Mail.Smtp;

/// <summary>
/// What a refusal means. Codes alone do not say: NetEase and QQ use 550, 553 and 554 for wrong logins, wrong senders, daily
/// limits and spam alike, so known phrases are looked for first. The lists are those the providers publish.
/// </summary>
internal static class SmtpVerdict
{
    private static readonly string[] LoginPhrases =
        ["authentication failed", "authentication is required", "authentication required", "has no permission", "auth error limit", "fail authentication"];

    private static readonly string[] SenderPhrases =
        ["mail from must equal", "mail from address must be same", "DT:SUM", "\"From\" header is", "not owned by user"];

    private static readonly (string Mark, RetryPace Pace)[] Limits =
    [
        ("MI:STC", RetryPace.Tomorrow), ("RP:TRC", RetryPace.Tomorrow), ("RP:QRC", RetryPace.Hour), ("MI:SFQ", RetryPace.QuarterHour),
        ("HL:ICC", RetryPace.QuarterHour), ("HL:IFC", RetryPace.QuarterHour), ("HL:REP", RetryPace.QuarterHour),
        ("MI:DMC", RetryPace.QuarterHour), ("RP:DRC", RetryPace.QuarterHour),
    ];

    /// <summary>The outcome for any reply that is not the one the stage needs.</summary>
    public static SmtpOutcome Of(SmtpStage stage, SmtpReply reply)
    {
        var words = reply.Words;
        if (IsAboutLogin(stage, reply))
        {
            return new SmtpOutcome.AuthFailed(stage, words);
        }

        if (IsAboutSender(stage, reply))
        {
            return new SmtpOutcome.ConfigError(stage, SmtpMistake.SenderIsNotTheAccount, words);
        }

        var pace = Array.Find(Limits, limit => words.Contains(limit.Mark, StringComparison.Ordinal));
        return (pace.Mark, reply) switch
        {
            (not null, _) => new SmtpOutcome.Transient(stage, words, pace.Pace),
            // Before the letter was even named, the refusal is not about it: keep it.
            (_, { IsPermanent: true }) when stage < SmtpStage.Sender => new SmtpOutcome.Transient(stage, words, RetryPace.QuarterHour),
            (_, { IsPermanent: true }) => new SmtpOutcome.Permanent(stage, words),
            // Full mailbox or disk: no use in asking again in two minutes.
            (_, { Code: 452 }) => new SmtpOutcome.Transient(stage, words, RetryPace.QuarterHour),
            (_, { IsTransient: true }) => new SmtpOutcome.Transient(stage, words),
            _ => Broken(stage, words),
        };
    }

    /// <summary>Something broke: whether that leaves the letter's fate open depends only on how far we were.</summary>
    public static SmtpOutcome Broken(SmtpStage stage, string words) => stage == SmtpStage.FinalDot
        ? new SmtpOutcome.Ambiguous(words)
        : new SmtpOutcome.Transient(stage, words);

    private static bool IsAboutLogin(SmtpStage stage, SmtpReply reply) =>
        reply.Code is 530 or 535 or 526 or 534 or 538
        || (stage == SmtpStage.Login && reply.IsPermanent)
        || (reply.Code is >= 400 and < 600 && HasAny(reply, LoginPhrases) && !IsPassing(reply));

    /// <summary>454 4.7.0 "Temporary authentication failure": the server's own trouble, e.g. its password store.</summary>
    private static bool IsPassing(SmtpReply reply) => reply.Code == 454 || reply.Words.Contains("temporary", StringComparison.OrdinalIgnoreCase);

    private static bool IsAboutSender(SmtpStage stage, SmtpReply reply) =>
        reply.IsPermanent && ((stage == SmtpStage.Sender && (reply.Code is 501 or 553)) || HasAny(reply, SenderPhrases));

    private static bool HasAny(SmtpReply reply, string[] phrases) =>
        Array.Exists(phrases, phrase => reply.Words.Contains(phrase, StringComparison.OrdinalIgnoreCase));
}
