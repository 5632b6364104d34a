using Humanizer;
using Humanizer.Configuration;
using Humanizer.Localisation;
using NodaTime;

namespace OfficerBot.Conversation.Replies;

/// <summary>How dates, times, amounts and lists look in one language. Relative times and lists are worded by Humanizer, which is never let near a clock:
/// it is given the difference.</summary>
public abstract class LocaleFormat
{
    private static readonly DateTime AnyMoment = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly CultureInfo _culture;

    static LocaleFormat()
    {
        Configurator.Formatters.Register(Locales.Chinese, new ChineseAmounts());
        Configurator.CollectionFormatters.Register(Locales.Chinese, new PlainList("、", "和"));
        Configurator.CollectionFormatters.Register(Locales.English, new PlainList(", ", " and "));
    }

    /// <summary>Sets the language up.</summary>
    protected LocaleFormat(string locale)
    {
        Locale = locale;
        _culture = CultureInfo.GetCultureInfo(locale);
    }

    /// <summary>One per language.</summary>
    public static IReadOnlyDictionary<string, LocaleFormat> All { get; } =
        new LocaleFormat[] { new ChineseFormat(), new EnglishFormat() }.ToDictionary(f => f.Locale);

    /// <summary>The language.</summary>
    public string Locale { get; }

    /// <summary>What stands between the parts of a length of time (1小时28分钟, 1 hour and 28 minutes); null: as in a list.</summary>
    protected abstract string? BetweenAmounts { get; }

    /// <summary>A day with its weekday; <c>short</c> without it, <c>full</c> with the year, <c>weekday</c> alone.</summary>
    public abstract string Date(LocalDate date, string? form);

    /// <summary>A day and a time; the forms are those of <see cref="Date"/>.</summary>
    public string Moment(LocalDateTime moment, string? form) => form == "time" ? Time(moment.TimeOfDay) : $"{Date(moment.Date, form ?? "short")} {Time(moment.TimeOfDay)}";

    /// <summary>A time of day, 24 hours.</summary>
    public static string Time(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A length of time, at most two units, down to minutes; <c>ago</c> and <c>later</c> say it from now, in one unit.</summary>
    public string Span(Duration span, string? form) => Whole(ToMinute(span), form);

    // Said to the nearest minute: at 11:12:01 there are 48 minutes left, not 47.
    private static Duration ToMinute(Duration span) => span < Duration.FromMinutes(1)
        ? span
        : Duration.FromMinutes(Math.Round(span.TotalMinutes, MidpointRounding.AwayFromZero));

    private string Whole(Duration span, string? form) => form switch
    {
        "ago" => (AnyMoment - span.ToTimeSpan()).Humanize(true, AnyMoment, _culture),
        "later" => (AnyMoment + span.ToTimeSpan()).Humanize(true, AnyMoment, _culture),
        _ => span.ToTimeSpan().Humanize(
            2, _culture, TimeUnit.Day, span > Duration.Zero && span < Duration.FromMinutes(1) ? TimeUnit.Second : TimeUnit.Minute, BetweenAmounts),
    };

    /// <summary>A list in a sentence: 甲、乙和丙; a, b and c.</summary>
    public string List(IEnumerable<string> items) => Configurator.CollectionFormatters.ResolveForCulture(_culture).Humanize(items);

    /// <summary>A count in the form that goes with it. A # stands for the number; when no form has one, it goes in front.</summary>
    /// <param name="forms">None: the number alone. Two: one, many. Three: none, one, many.</param>
    public static string Count(int count, IReadOnlyList<string> forms)
    {
        var number = count.ToString(CultureInfo.InvariantCulture);
        if (forms.Count == 0)
        {
            return number;
        }

        if (forms.Count == 3 && count == 0)
        {
            return forms[0];
        }

        var form = count == 1 ? forms[^2] : forms[^1];
        return forms.Any(f => f.Contains('#')) ? form.Replace("#", number) : $"{number} {form}";
    }
}
