using NodaTime;
using NodaTime.Text;
using OfficerBot.Conversation.Content;
using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Notices;

/// <summary>Dates, times, choices and names in a notice's fields.</summary>
internal static class NoticeFields
{
    /// <summary>A day, <c>2020-09-13</c>.</summary>
    public static LocalDate Day(this Fields fields, string key, ICollection<Problem> problems)
    {
        const string Hint = "Write a day as 2020-09-13.";
        var text = fields.NeedText(key, Hint);
        return text is null ? default : Parsed(LocalDatePattern.Iso.Parse(text.Text), text, Hint, problems);
    }

    /// <summary>A time of day, <c>09:00</c>.</summary>
    public static LocalTime TimeOf(ContentText text, ICollection<Problem> problems) => TimeOf(text, text.Text, problems);

    /// <summary>A time of day in part of a text.</summary>
    public static LocalTime TimeOf(ContentText place, string time, ICollection<Problem> problems) => Parsed(
        LocalTimePattern.CreateWithInvariantCulture("H:mm").Parse(time.Trim().Replace('：', ':')), place, $"\"{time.Trim()}\" is no time of day. Write 09:00 or 16:30.", problems);

    /// <summary>One of given words.</summary>
    public static T Choice<T>(this Fields fields, string key, IReadOnlyDictionary<string, T> choices, string hint, ICollection<Problem> problems)
    {
        var text = fields.NeedText(key, $"{hint} Allowed: {string.Join(", ", choices.Keys)}.");
        if (text is null)
        {
            return choices.Values.First();
        }

        if (choices.TryGetValue(text.Text, out var choice))
        {
            return choice;
        }

        problems.Add(text.Wrong($"\"{key}: {text.Text}\" cannot be. {hint} Allowed: {string.Join(", ", choices.Keys)}.", Nearest.To(text.Text, choices.Keys)));
        return choices.Values.First();
    }

    /// <summary>A text per locale: <c>name: { zh: …, en: … }</c>.</summary>
    public static IReadOnlyDictionary<string, string> Names(this Fields fields, string key, ICollection<Problem> problems)
    {
        const string Hint = "Write it in both languages: { zh: 典型案例, en: Typical case }.";
        var node = fields.Need(key, Hint);
        var names = node is null ? null : Fields.Of(node, problems, $"\"{key}:\"", [.. Locales.All]);
        return Locales.All.ToDictionary(l => l, l => names?.NeedText(l, Hint)?.Text ?? "");
    }

    private static T Parsed<T>(ParseResult<T> result, ContentText place, string hint, ICollection<Problem> problems)
    {
        if (!result.Success)
        {
            problems.Add(place.Wrong(hint));
        }

        return result.Success ? result.Value : default!; // The notice is thrown away when there is any problem.
    }
}
