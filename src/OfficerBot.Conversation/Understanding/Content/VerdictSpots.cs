namespace OfficerBot.Conversation.Understanding.Content;

/// <summary>What stands around the reason of a returned lead and is no part of it.</summary>
internal sealed class VerdictSpots(WordBook words)
{
    /// <summary>Between the verdict and its reason: 退回，原因是…; 打回去让他们….</summary>
    public Spot Openings { get; } = words.Spot("退由引");

    /// <summary>看过了，退回: that it was read tells no reason.</summary>
    public Spot Seen { get; } = words.Spot("看过");

    /// <summary>Behind numbers of leads, how many they are: 4号、9号两条.</summary>
    public Spot Counted { get; } = words.Spot("数条");

    /// <summary>Behind that, that all are meant: 两条都不采用.</summary>
    public Spot All { get; } = words.Spot("都字");

    /// <summary>A filler elsewhere, which begins a reason: 把时间写清楚.</summary>
    public Spot Taking { get; } = words.Spot("把字");
}
