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

    /// <summary>What a rule takes for a task's name and is none: 手里那几项任务.</summary>
    public Spot Unnamed { get; } = words.Spot("非任务名");

    /// <summary>A task's name does not begin with these: 要交的素材.</summary>
    public Spot NoTaskStart { get; } = words.Spot("非任务首");

    /// <summary>Before who stands in for somebody: 请假，由….</summary>
    public Spot StandInOpenings { get; } = words.Spot("代引");

    /// <summary>The name of who stands in holds none of these characters: 请一天假.</summary>
    public Spot NoStandIn { get; } = words.Spot("非代字");

    /// <summary>Before a reason: 了.</summary>
    public Spot ReasonOpenings { get; } = words.Spot("领字");
}
