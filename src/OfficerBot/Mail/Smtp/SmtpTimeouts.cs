namespace OfficerBot.Mail.Smtp;

/// <summary>How long each step may take, by machine time. The defaults are RFC 5321 §4.5.3.2's where waiting helps.</summary>
public sealed record SmtpTimeouts
{
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Short: a TLS port never greets, and nobody should wait five minutes to learn that.</summary>
    public TimeSpan Greeting { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan Tls { get; init; } = TimeSpan.FromSeconds(15);

    public TimeSpan Command { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The whole body.</summary>
    public TimeSpan Body { get; init; } = TimeSpan.FromMinutes(10);

    public TimeSpan FinalDot { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>A courtesy after the letter is taken.</summary>
    public TimeSpan Quit { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest an attempt can take: a row in Sending for longer belongs to a dead process.</summary>
    public TimeSpan Longest => Connect + Greeting + Tls + (Command * 12) + Body + FinalDot + Quit;
}
