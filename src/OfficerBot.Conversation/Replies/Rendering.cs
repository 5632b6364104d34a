using NodaTime;
using OfficerBot.Conversation.Content;

namespace OfficerBot.Conversation.Replies;

/// <summary>Words one reply, and the replies inside it, in one locale.</summary>
internal sealed class Rendering(ReplyBook book, LocaleFormat format)
{
    public Rendered Whole(ReplySource source)
    {
        var wording = Words(source);
        var card = wording.Card is { } words ? Card(words, source) : null;
        return new(Text(wording, source), Buttons(source, wording), card);
    }

    private Wording Words(ReplySource source) =>
        book.Find(source.Name, format.Locale) ?? throw new KeyNotFoundException($"No words for the reply {source.Name} in {format.Locale}.");

    private string Text(ReplySource source) => Text(Words(source), source);

    private string Text(Wording wording, ReplySource source)
    {
        var text = wording.Texts.Count == 1 ? wording.Texts[0] : wording.Texts[source.Choose(wording.Texts.Count)];
        return Fill(text, source);
    }

    private string Fill(Template template, ReplySource source) => template.Render(part => Say(source[part.Text], part, source));

    private string Say(object? value, Part part, ReplySource source) => value switch
    {
        null => "",
        string text => KindOf(part.Text, source) == ValueKind.Reply ? Text(source.Inner(text)) : text,
        int number => LocaleFormat.Count(number, part.Forms),
        LocalDate date => format.Date(date, part.Form),
        LocalTime time => LocaleFormat.Time(time),
        LocalDateTime moment => format.Moment(moment, part.Form),
        Duration span => format.Span(span, part.Form),
        IReadOnlyDictionary<string, string> names => Name(names),
        Reply reply => Text(source.Inner(reply)),
        _ => SayMany(value, part, source),
    };

    private string SayMany(object value, Part part, ReplySource source)
    {
        var items = Items(value, part.Text, source);
        var asLines = part.Form is null && KindOf(part.Text, source) == ValueKind.Lines;
        return asLines || part.Form == "lines" ? string.Join('\n', items.Where(i => i.Length > 0)) : format.List(items);
    }

    private ValueKind? KindOf(string value, ReplySource source) => book.FindReply(source.Name)?.Find(value)?.Kind;

    /// <summary>Each part of a value of several parts, worded.</summary>
    private IReadOnlyList<string> Items(object? value, string name, ReplySource source) => (value, KindOf(name, source)) switch
    {
        (IEnumerable<object> lines, ValueKind.Lines) => [.. lines.Select(l => Text(source.Inner(l)))],
        (IEnumerable<IReadOnlyDictionary<string, string>> names, _) => [.. names.Select(Name)],
        (IEnumerable<string> intents, ValueKind.Intents) => [.. intents.Select(i => book.WordsFor(i, format.Locale) ?? i)],
        (IEnumerable<string> words, _) => [.. words],
        _ => [],
    };

    private string Name(IReadOnlyDictionary<string, string> names) =>
        names.TryGetValue(format.Locale, out var name) && name.Length > 0 ? name : names.GetValueOrDefault(Locales.Chinese, "");

    private IReadOnlyList<Button> Buttons(ReplySource source, Wording wording)
    {
        var ids = book.FindReply(source.Name)?.Buttons ?? [];
        return ids.Count == 0 ? [] : [.. ids.SelectMany(id => ButtonsOf(id, source, wording))];
    }

    private IEnumerable<Button> ButtonsOf(string id, ReplySource source, Wording wording) =>
        wording.Buttons.TryGetValue(id, out var text)
            ? [new(id, Fill(text, source))]
            : Items(source[id], id, source).Select((item, i) => new Button($"{id}-{i + 1}", item));

    private CardView Card(CardWording words, ReplySource source) =>
        new(Fill(words.Title, source), Fill(words.Subtitle, source), [.. words.Rows.SelectMany(r => Rows(r, source))], Fill(words.Footer, source));

    private IEnumerable<CardRow> Rows(RowWording row, ReplySource source)
    {
        var repeated = row.RepeatsOver is { } name && KindOf(name, source) == ValueKind.Lines ? source[name] as IEnumerable<object> : null;
        return repeated is null ? [Row(row, source)] : repeated.Select(line => LineAsRow(source.Inner(line)));
    }

    private CardRow LineAsRow(ReplySource line) =>
        Words(line).Row is { } row ? Row(row, line) : new CardRow("", Text(line), "");

    private CardRow Row(RowWording row, ReplySource source) => new(Fill(row.Label, source), Fill(row.Value, source), Fill(row.Mark, source));
}
