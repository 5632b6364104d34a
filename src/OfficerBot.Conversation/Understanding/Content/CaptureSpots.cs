namespace OfficerBot.Conversation.Understanding.Content;

/// <summary>Small words around what a capture took, no part of it.</summary>
internal sealed class CaptureSpots(WordBook words)
{
    /// <summary>Before anything: 的, the.</summary>
    public Spot Leading { get; } = words.Spot("领头");

    /// <summary>Behind anything: 吧, 这一项.</summary>
    public Spot Trailing { get; } = words.Spot("尾字");

    /// <summary>Closing politeness behind a new text.</summary>
    public Spot Courtesies { get; } = words.Spot("句末客气");

    /// <summary>Before the words looked for: 找找跟….</summary>
    public Spot SearchOpenings { get; } = words.Spot("查引");

    /// <summary>Before the name of a task: 那个.</summary>
    public Spot Pointing { get; } = words.Spot("指项");

    /// <summary>Of a task so named, 活动 is no part: 开放日活动.</summary>
    public Spot Events { get; } = words.Spot("活动名");

    /// <summary>That it is one: 活动.</summary>
    public Spot EventEnds { get; } = words.Spot("活动尾");

    /// <summary>Before a reason: 了.</summary>
    public Spot ReasonOpenings { get; } = words.Spot("领字");
}
