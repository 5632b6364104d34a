namespace OfficerBot.Conversation.Replies;

/// <summary>A reply in one language, as its receiver sees it.</summary>
/// <param name="Text">Always there: for channels without cards, too.</param>
/// <param name="Buttons">In order; may be empty.</param>
/// <param name="Card">The same as a card, for channels that show one; null where the reply is plain text.</param>
public sealed record Rendered(string Text, IReadOnlyList<Button> Buttons, CardView? Card);

/// <summary>A button. Tapping it says its text.</summary>
public sealed record Button(string Id, string Text);

/// <summary>A card: a title, rows, a footer.</summary>
/// <param name="Subtitle">Empty for none.</param>
/// <param name="Footer">Empty for none.</param>
public sealed record CardView(string Title, string Subtitle, IReadOnlyList<CardRow> Rows, string Footer);

/// <summary>A row of a card.</summary>
/// <param name="Label">What it is about; may be empty.</param>
/// <param name="Value">What is said of it.</param>
/// <param name="Mark">Short, at the end of the row, for example ✓ 09:40; empty for none.</param>
public sealed record CardRow(string Label, string Value, string Mark);
