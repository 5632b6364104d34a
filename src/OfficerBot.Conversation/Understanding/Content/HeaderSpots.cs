namespace OfficerBot.Conversation.Understanding.Content;

/// <summary>What stands in the header of a lead, or as a signature below it.</summary>
internal sealed class HeaderSpots(WordBook words)
{
    /// <summary>Of the words before a lead (class 线索前缀) those that hand it in late or for somebody.</summary>
    public Spot Submitting { get; } = words.Spot("补交语");

    /// <summary>Of the same those that report it to somebody: 汇报一下.</summary>
    public Spot Reporting { get; } = words.Spot("汇报语");

    /// <summary>Of the same those that a colon makes a marker: 报：.</summary>
    public Spot Heading { get; } = words.Spot("报头语");

    /// <summary>Behind a category at the start, what makes it a label: 典型案例报送：.</summary>
    public Spot CategoryTails { get; } = words.Spot("类别尾");

    /// <summary>Before the category: 宣传重点：.</summary>
    public Spot CategoryLabels { get; } = words.Spot("类别签");

    /// <summary>What round brackets that are a header end in: （柳林镇供稿）.</summary>
    public Spot Contributing { get; } = words.Spot("供稿语");

    /// <summary>Behind the unit of a signature: 柳林镇报送.</summary>
    public Spot Signing { get; } = words.Spot("落款动");

    /// <summary>What a unit's name ends in, where it is known by its sound only.</summary>
    public Spot UnitEnds { get; } = words.Spot("位尾字");
}
