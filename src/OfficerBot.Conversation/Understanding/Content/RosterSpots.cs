namespace OfficerBot.Conversation.Understanding.Content;

/// <summary>What tells the cells of a typed roster row apart, and what stands around the name in it.</summary>
internal sealed class RosterSpots(WordBook words)
{
    /// <summary>What posts end in: 党建办副主任.</summary>
    public Spot PostEnds { get; } = words.Spot("职位尾");

    /// <summary>What English posts end in: section chief.</summary>
    public Spot EnglishPostEnds { get; } = words.Spot("英文职位尾");

    /// <summary>The post of everybody on the list, a title only where the row labels it so.</summary>
    public Spot Everybodys { get; } = words.Spot("名单职");

    /// <summary>Labels of a post.</summary>
    public Spot PostLabels { get; } = words.Spot("职务栏");

    /// <summary>Cells that are labels or courtesies, and no name.</summary>
    public Spot Labels { get; } = words.Spot("栏目字");

    /// <summary>Before the speaker's own name: 我叫曹志强.</summary>
    public Spot Introducing { get; } = words.Spot("名引");

    /// <summary>Posts directly before a name: 新信息员王磊.</summary>
    public Spot PostsBefore { get; } = words.Spot("名前职");

    /// <summary>Small words before a new name: 换成了一位….</summary>
    public Spot NameOpenings { get; } = words.Spot("新名引");

    /// <summary>Behind a name that runs on, of its number: 我叫孙志远电话1990….</summary>
    public Spot Phone { get; } = words.Spot("号前");

    /// <summary>The same and other words for it: 换成李小龙了联系方式….</summary>
    public Spot PhoneLabels { get; } = words.Spot("号字");

    /// <summary>Behind a new name: 由宋佳接替.</summary>
    public Spot Taking { get; } = words.Spot("接任字");

    /// <summary>A sigh behind a new name: 换成刘小军了.</summary>
    public Spot Sighs { get; } = words.Spot("名末叹");

    /// <summary>Names of people do not end in these: 白沙镇.</summary>
    public Spot UnitEnds { get; } = words.Spot("镇局尾");

    /// <summary>Behind an English name: Li Na as deputy, Li Na from the bureau.</summary>
    public Spot BehindNames { get; } = words.Spot("名后介");
}
