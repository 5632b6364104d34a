namespace OfficerBot.Conversation.Replies;

/// <summary>The words one locale has for one reply.</summary>
/// <param name="Texts">One, or several to choose from.</param>
/// <param name="Buttons">By id; a button that repeats over a value has none here.</param>
/// <param name="Card">Null where the reply is no card.</param>
/// <param name="Row">How it looks as a row of another reply's card; null: its text as the value.</param>
public sealed record Wording(IReadOnlyList<Template> Texts, IReadOnlyDictionary<string, Template> Buttons, CardWording? Card, RowWording? Row)
{
    /// <summary>Every wording in it.</summary>
    internal IEnumerable<Template> All =>
        [.. Texts, .. Buttons.Values, .. Card?.All ?? [], .. Row is null ? [] : (Template[])[Row.Label, Row.Value, Row.Mark]];
}

/// <summary>The words of a card. A row whose label is empty and whose value is one value of several replies repeats over them.</summary>
public sealed record CardWording(Template Title, Template Subtitle, IReadOnlyList<RowWording> Rows, Template Footer)
{
    /// <summary>Every wording in it.</summary>
    internal IEnumerable<Template> All => [Title, Subtitle, Footer, .. Rows.SelectMany(r => (Template[])[r.Label, r.Value, r.Mark])];
}

/// <summary>The words of a card's row.</summary>
public sealed record RowWording(Template Label, Template Value, Template Mark)
{
    /// <summary>The one value a bare row is made of, to repeat over it when it is several replies; null for an ordinary row.</summary>
    internal string? RepeatsOver => Label.Lines.Count == 0 && Value.Lines is [[{ IsValue: true } only]] ? only.Text : null;
}
