using NodaTime;
using NodaTime.Text;
using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Content;

/// <summary>Reads the sample after the = in a contract's value line.</summary>
internal static class SampleValue
{
    private static readonly char[] Commas = ['、', ',', '，'];

    /// <summary>The sample as a value, or null when it is not of the type.</summary>
    public static object? Parse(ValueKind kind, string text) => kind switch
    {
        ValueKind.Text => text,
        ValueKind.Number => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null,
        ValueKind.Date => Of(LocalDatePattern.Iso.Parse(text)),
        ValueKind.Time => Of(LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text)),
        ValueKind.Moment => Of(LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(text.Replace('T', ' '))),
        ValueKind.Span => SpanText.Parse(text) ?? HoursAndMinutes(text),
        ValueKind.Names => Names(text),
        ValueKind.Namelist => Namelist(text),
        ValueKind.Reply => text,
        _ => Many(text),
    };

    /// <summary>How a sample of the type looks, for problems.</summary>
    public static string Example(ValueKind kind) => kind switch
    {
        ValueKind.Text => "text = 0916-01",
        ValueKind.Number => "number = 3",
        ValueKind.Date => "date = 2020-09-16",
        ValueKind.Time => "time = 11:12",
        ValueKind.Moment => "moment = 2020-09-16 11:12",
        ValueKind.Span => "span = 1h28m",
        ValueKind.Words => "words = 张三、李四",
        ValueKind.Names => "names = 白沙镇 | Baisha Town",
        ValueKind.Namelist => "namelist = 白沙镇、双桥镇 | Baisha Town, Shuangqiao Town",
        ValueKind.Intents => "intents = report_lead, who_missing",
        ValueKind.Reply => "reply = name_of_a_reply",
        _ => "lines = name_of_a_reply, name_of_a_reply",
    };

    private static List<string> Many(string text) => [.. text.Split(Commas, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static Dictionary<string, string>? Names(string text)
    {
        var parts = text.Split('|', StringSplitOptions.TrimEntries);
        return parts.Length == Locales.All.Count ? Locales.All.Zip(parts).ToDictionary(p => p.First, p => p.Second) : null;
    }

    private static List<IReadOnlyDictionary<string, string>>? Namelist(string text)
    {
        var byLocale = text.Split('|').Select(Many).ToList();
        return byLocale.Count == Locales.All.Count && byLocale.All(l => l.Count == byLocale[0].Count)
            ? [.. Enumerable.Range(0, byLocale[0].Count).Select(i => Locales.All.Zip(byLocale).ToDictionary(l => l.First, l => l.Second[i]))]
            : null;
    }

    private static Duration? HoursAndMinutes(string text) =>
        DurationPattern.CreateWithInvariantCulture("H:mm").Parse(text) is { Success: true } span ? span.Value : null;

    private static object? Of<T>(ParseResult<T> result)
        where T : struct => result.Success ? result.Value : null;
}
