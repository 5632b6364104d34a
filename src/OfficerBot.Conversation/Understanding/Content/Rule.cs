namespace OfficerBot.Conversation.Understanding.Content;

/// <summary>How far an element may stand from the one before it.</summary>
internal enum Gap
{
    /// <summary>Directly after, fillers and light punctuation aside.</summary>
    None = 0,

    /// <summary><c>..</c>: at most <see cref="Matching.Matcher.ShortGap"/> characters, in the same line.</summary>
    Short = 1,

    /// <summary><c>...</c> or a capture: anything.</summary>
    Any = 2,
}

/// <summary>One element of a pattern.</summary>
/// <param name="Classes">Any of these classes; empty for the end of the message.</param>
/// <param name="Gap">Distance from the element before.</param>
/// <param name="Optional">May be missing.</param>
/// <param name="Capture">Slot that takes the words between the element before and this one; null: none.</param>
internal sealed record Element(int[] Classes, Gap Gap, bool Optional, string? Capture)
{
    /// <summary>The end of the message (<c>$</c>).</summary>
    public bool IsEnd => Classes.Length == 0;
}

/// <summary>Circumstances a rule asks for.</summary>
[Flags]
internal enum Needs
{
    /// <summary>None.</summary>
    Nothing = 0,

    /// <summary>Private, mentioned, or called by name.</summary>
    Addressed = 1,

    /// <summary>A private chat.</summary>
    Personal = 2,

    /// <summary>A group chat.</summary>
    Group = 4,

    /// <summary>In a group and not said to the bot.</summary>
    Unaddressed = 8,

    /// <summary>The bot has just asked something.</summary>
    Pending = 16,

    /// <summary>The bot has asked nothing.</summary>
    Free = 32,

    /// <summary>At most 20 characters.</summary>
    Brief = 64,

    /// <summary>The speaker has asked something a moment ago.</summary>
    Last = 128,

    /// <summary>The message replies to another.</summary>
    Quoting = 256,
}

/// <summary>One line of a rule file.</summary>
/// <param name="Intent">The intent it speaks for; <c>*</c> for all.</param>
/// <param name="Anchored">Begins at the start of the message (<c>^</c>).</param>
/// <param name="Weight">Above zero it speaks for, below against.</param>
/// <param name="PendingKinds">Kinds of question it needs; empty: any.</param>
/// <param name="Sets">Slots it fills by itself.</param>
/// <param name="Where"><c>file:line</c>.</param>
internal sealed record Rule(
    string Intent, bool Anchored, Element[] Elements, int Weight, Needs Needs, IReadOnlyList<string> PendingKinds,
    IReadOnlyList<(string Slot, string Value)> Sets, string Where)
{
    /// <summary>Classes that must be present anywhere, one of each group.</summary>
    public int[][] With { get; init; } = [];

    /// <summary>Classes none of which may be present.</summary>
    public int[] Without { get; init; } = [];

    /// <summary>Intents of the last request it needs; empty: any.</summary>
    public IReadOnlyList<string> LastKinds { get; init; } = [];

    /// <summary>What the message must reply to; empty: anything.</summary>
    public IReadOnlyList<string> QuotingKinds { get; init; } = [];

    /// <summary>Classes that must all be present (one of each group), for a quick refusal.</summary>
    public int[][] Required => _required ??= [.. Elements.Where(e => !e.Optional && !e.IsEnd).Select(e => e.Classes).Concat(With).OrderBy(c => c.Length)];

    /// <summary>The same in one row, −1 behind each group: most rules are refused by it, so it should be quick to walk.</summary>
    public int[] RequiredRow => _requiredRow ??= [.. Required.SelectMany(g => g.Append(-1))];

    private int[][]? _required;
    private int[]? _requiredRow;
}

/// <summary>All of one intent, merged over its files.</summary>
internal sealed class IntentRules(string name)
{
    /// <summary>The intent.</summary>
    public string Name { get; } = name;

    /// <summary>Direction of dates: past, future or null.</summary>
    public string? Prefer { get; set; }

    /// <summary>Slots it may fill.</summary>
    public HashSet<string> Slots { get; } = [];

    /// <summary>Slots that take the words of a class.</summary>
    public List<(string Slot, int Class)> Takes { get; } = [];

    /// <summary>Rules for it.</summary>
    public List<Rule> For { get; } = [];

    /// <summary>Rules against it.</summary>
    public List<Rule> Against { get; } = [];
}

/// <summary>An example line of a rule file.</summary>
/// <param name="IsCounter">True for <c>!</c>: must not be the intent.</param>
/// <param name="Slots">The slots it must have, all of them; null when the line names none.</param>
internal sealed record Example(
    string Intent, string Text, bool IsCounter, Needs Setting, string? Pending, IReadOnlyList<(string Slot, string Value)>? Slots, string File, int Line)
{
    /// <summary>Intent of the request before it; null when it stands alone.</summary>
    public string? Last { get; init; }

    /// <summary>What it replies to; null when to nothing.</summary>
    public string? Quoting { get; init; }
}
