using NodaTime;

namespace OfficerBot.Conversation.Replies;

/// <summary>English: Wed 16 Sep, 1 hour and 28 minutes, a, b and c.</summary>
public sealed class EnglishFormat() : LocaleFormat(Locales.English)
{
    /// <inheritdoc/>
    protected override string? BetweenAmounts => null;

    /// <inheritdoc/>
    public override string Date(LocalDate date, string? form) => date.ToString(
        form switch
        {
            "short" => "d MMM",
            "full" => "d MMM uuuu",
            "weekday" => "ddd",
            _ => "ddd d MMM",
        },
        CultureInfo.InvariantCulture);
}
