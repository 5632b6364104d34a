namespace OfficerBot.Conversation.Understanding.Content;

/// <summary>What stands around the name of a medium that used a lead.</summary>
internal sealed class OutletSpots(WordBook words)
{
    /// <summary>Before it: 已被湖南日报.</summary>
    public Spot Openings { get; } = words.Spot("用稿前");

    /// <summary>Behind it: 头版, on Monday.</summary>
    public Spot Trailing { get; } = words.Spot("用稿后");

    /// <summary>Characters that end it on the left: 登在|湖南日报.</summary>
    public Spot Stops { get; } = words.Spot("用稿断");

    /// <summary>What is left where no medium is named.</summary>
    public Spot Nothing { get; } = words.Spot("用稿无");
}
