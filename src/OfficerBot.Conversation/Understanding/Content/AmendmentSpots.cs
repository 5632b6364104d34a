namespace OfficerBot.Conversation.Understanding.Content;

/// <summary>What stands around the new value of an amended lead.</summary>
internal sealed class AmendmentSpots(WordBook words)
{
    /// <summary>Between the new value and the one it replaces: 14日不是15日.</summary>
    public Spot Instead { get; } = words.Spot("而非");

    /// <summary>Before the number of a category: 类别4.</summary>
    public Spot Category { get; } = words.Spot("类别词");

    /// <summary>Before the new value, at the start of a clause: …写错了，应为芦荡水库.</summary>
    public Spot Becoming { get; } = words.Spot("改作");

    /// <summary>Before the number of the category it is to have: 归到4, should be 4.</summary>
    public Spot BecomingNumber { get; } = words.Spot("改作数");

    /// <summary>Before a category that the lead is not to have: 不该归到典型案例.</summary>
    public Spot Denying { get; } = words.Spot("不作");

    /// <summary>Behind the new value, how the mistake came about: 手误.</summary>
    public Spot Excuses { get; } = words.Spot("口误");

    /// <summary>Openings of the new value: it should be 14 September.</summary>
    public Spot Being { get; } = words.Spot("正是");
}
