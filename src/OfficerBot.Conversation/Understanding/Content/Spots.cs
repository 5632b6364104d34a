namespace OfficerBot.Conversation.Understanding.Content;

/// <summary>
/// Word classes the reader asks for at one place of a message only (before a name, behind a date): they are written in the words files like all others, and
/// looked for nowhere else, unless a rule asks for them too.
/// </summary>
/// <param name="words">The classes; those asked for here are told to it, so that a class nobody wrote can be named.</param>
internal sealed class Spots(WordBook words)
{
    /// <summary>Behind a date, when a paper is wanted and not what it is about: 国庆前要.</summary>
    public Spot Wanted { get; } = words.Spot("要时");

    /// <summary>The day told before, not its hour: 那天.</summary>
    public Spot ThatDay { get; } = words.Spot("那天");

    /// <summary>Before a time that is asked, and limits nothing: 是不是十二点之前.</summary>
    public Spot Whether { get; } = words.Spot("是否");

    /// <summary>What joins the names of a list: 白沙和双桥.</summary>
    public Spot Joins { get; } = words.Spot("并列");

    /// <summary>The name of a unit does not begin with these: 我们信息员, 各村信息员.</summary>
    public Spot NoBeginning { get; } = words.Spot("非名首");

    /// <summary>Nor does it end in these: 县里, 上面.</summary>
    public Spot NoEnding { get; } = words.Spot("非名尾");

    /// <summary>What hangs behind a unit's name and is no part of it: 桃花岭那边.</summary>
    public Spot Hanging { get; } = words.Spot("名后");

    /// <summary>What names of units end in: 街道, 局.</summary>
    public Spot UnitEnds { get; } = words.Spot("单位尾");

    /// <summary>Between words that take back and what is meant: 不对，应该是10点.</summary>
    public Spot Being { get; } = words.Spot("改口引");

    /// <summary>A sigh before words that take back: 9点啊说错了.</summary>
    public Spot Sighs { get; } = words.Spot("改口叹");

    /// <summary>Words that take back and end in these need no mark behind them: 9点说错了10点.</summary>
    public Spot Slips { get; } = words.Spot("改口完");

    /// <summary>Before what is meant, where only the end of a range is taken back: 20号到25号，不对，到27号.</summary>
    public Spot Until { get; } = words.Spot("改口至");

    /// <summary>Behind a turn (class 题外), what makes it a question or a request.</summary>
    public Spot Asking { get; } = words.Spot("余问");

    /// <summary>Characters of places: 白沙湖镇 is a place of its own, 白沙各镇 is none.</summary>
    public Spot Places { get; } = words.Spot("地名字");

    /// <summary>What names of towns end in.</summary>
    public Spot TownEnds { get; } = words.Spot("镇街尾");

    /// <summary>The name of a strange town in a list holds none of these: 各乡镇, 上面的镇.</summary>
    public Spot NoName { get; } = words.Spot("非名字");

    /// <summary>Behind a number, that units were counted: 两个局, 三家.</summary>
    public Spot Counted { get; } = words.Spot("数家尾");

    /// <summary>Behind a bureau named without its 局, what somebody does: 林业昨天报了没.</summary>
    public Spot Acting { get; } = words.Spot("作为");

    /// <summary>Before a time that is near or has come, and limits nothing: 快到年底了.</summary>
    public Spot Nearing { get; } = words.Spot("时近");

    /// <summary>Before the topic looked for: 报来几条跟养殖有关的.</summary>
    public Spot TopicOpenings { get; } = words.Spot("题引");

    /// <summary>Behind a lead, what leaves it out of those approved: 3号通过，5号再议.</summary>
    public Spot Unapproved { get; } = words.Spot("不批");

    /// <summary>Before the unit somebody has gone to: 调到宣传部去了.</summary>
    public Spot GoneTo { get; } = words.Spot("去向");

    /// <summary>What makes a clause a question: 谁, 多少.</summary>
    public Spot Inquiring { get; } = words.Spot("求答");

    /// <summary>Before the number of a lead that is named only to be left out: 除了2号都撤回.</summary>
    public Spot LeftOutBefore { get; } = words.Spot("例外前");

    /// <summary>Behind such a number: 第2条除外.</summary>
    public Spot LeftOutBehind { get; } = words.Spot("例外后");

    /// <summary>Before the number of a lead nothing is to be done to: 别撤3号.</summary>
    public Spot KeptBefore { get; } = words.Spot("不动前");

    /// <summary>Behind such a number: 3号不要撤.</summary>
    public Spot KeptBehind { get; } = words.Spot("不动后");

    /// <summary>Before a number that is left out where another is meant, and meant itself where none is: 不要第2条.</summary>
    public Spot PerhapsLeftOut { get; } = words.Spot("弱例外前");

    /// <summary>All that there is: 都, the others.</summary>
    public Spot Everything { get; } = words.Spot("全数");

    /// <summary>A further number is meant like the one before: 还有3号, 3号也是.</summary>
    public Spot Likewise { get; } = words.Spot("同样");

    /// <summary>Behind a bureau named without its 局, where no name stands: it is spoken of as somebody (民政那边联系谁).</summary>
    public Spot Somebody { get; } = words.Spot("作单位");

    /// <summary>Before a number of places counted from the top: 前三家.</summary>
    public Spot FromTop { get; } = words.Spot("自上数");

    /// <summary>Before a number of places counted from the bottom: 垫底的三家.</summary>
    public Spot FromBottom { get; } = words.Spot("自下数");

    /// <summary>Before words that make public opinion urgent, what denies them: 还没上热搜.</summary>
    public Spot Denials { get; } = words.Spot("否认前");

    /// <summary>Before a verb, that it is not to be done: 别撤.</summary>
    public Spot Forbidding { get; } = words.Spot("勿做");

    /// <summary>Before a unit named by a single English word (has Forestry …): it is asked about.</summary>
    public Spot AskedOfUnit { get; } = words.Spot("问位前");

    /// <summary>Before a further unit so named, behind others: … and Forestry.</summary>
    public Spot FurtherUnit { get; } = words.Spot("问位并");

    /// <summary>Behind a unit so named: Forestry hasn't ….</summary>
    public Spot SaidOfUnit { get; } = words.Spot("问位后");

    /// <summary>In the header of a lead.</summary>
    public HeaderSpots Headers { get; } = new(words);

    /// <summary>Around the reason of a returned lead.</summary>
    public VerdictSpots Verdicts { get; } = new(words);

    /// <summary>Around the new value of an amended lead.</summary>
    public AmendmentSpots Amendments { get; } = new(words);

    /// <summary>In a typed row of the roster.</summary>
    public RosterSpots Roster { get; } = new(words);

    /// <summary>Around the name of a medium.</summary>
    public OutletSpots Outlets { get; } = new(words);

    /// <summary>Around words that a capture took.</summary>
    public CaptureSpots Captures { get; } = new(words);
}
