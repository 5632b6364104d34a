namespace OfficerBot.Conversation.Understanding.Content;

/// <summary>Classes that are not lists of words but found by reading: usable in rules under these names.</summary>
internal static class Entity
{
    /// <summary>A unit of the roster.</summary>
    public const int Unit = 0;

    /// <summary>A person of the roster.</summary>
    public const int Person = 1;

    /// <summary>A date, time or range.</summary>
    public const int Date = 2;

    /// <summary>A lead: 第3条, 3号线索, #3, 0916-03, 上一条.</summary>
    public const int Lead = 3;

    /// <summary>A bare N号: a lead or a day, the rule decides.</summary>
    public const int Numbered = 4;

    /// <summary>A phone number.</summary>
    public const int Phone = 5;

    /// <summary>A web address.</summary>
    public const int Url = 6;

    /// <summary>An e-mail address.</summary>
    public const int Address = 7;

    /// <summary>Somebody mentioned with @ who is not the bot.</summary>
    public const int Someone = 8;

    /// <summary>A figure with a measure word: 2.3公里, 47件, 92%.</summary>
    public const int Quantity = 9;

    /// <summary>A 《title》.</summary>
    public const int Title = 10;

    /// <summary>Words in quotation marks.</summary>
    public const int Quote = 11;

    /// <summary>A number alone: 2, 二.</summary>
    public const int Number = 12;

    /// <summary>A unit as header of the message: X：, 【X】, X 报.</summary>
    public const int Header = 13;

    /// <summary>Present when the text has at least 25 characters.</summary>
    public const int Long = 14;

    /// <summary>Present when the text has at least two numbered items.</summary>
    public const int List = 15;

    /// <summary>Present when the text ends in a question.</summary>
    public const int Question = 16;

    /// <summary>A clock time or a delay: 11:30, 半小时后.</summary>
    public const int Time = 17;

    /// <summary>Fillers skipped between words, from the class 虚词.</summary>
    public const int Filler = 18;

    /// <summary>Names the bot is called by, from the class 助手名.</summary>
    public const int BotName = 19;

    /// <summary>Greeting words at the start, from the class 招呼.</summary>
    public const int Salute = 20;

    /// <summary>Words that may stand before a lead's text, from the class 线索前缀.</summary>
    public const int LeadPrefix = 21;

    /// <summary>Words that mark what follows as a lead, from the class 线索标记.</summary>
    public const int LeadMarker = 22;

    /// <summary>Words that begin a tail to be cut off a lead, from the class 线索尾.</summary>
    public const int LeadTail = 23;

    /// <summary>Words whose person names are ordinary words, from the class 普通词.</summary>
    public const int Ordinary = 24;

    /// <summary>Posts (信息员, 主任, …), from the class 职务.</summary>
    public const int Post = 25;

    /// <summary>Words that make a text forwarded, a notice or minutes, from the class 转发标记.</summary>
    public const int Forwarded = 26;

    /// <summary>Where one item ends and contact or signature begins, from the class 落款.</summary>
    public const int Signature = 27;

    /// <summary>A relative of the event anchors of dates.yaml: 进驻以来.</summary>
    public const int Event = 28;

    /// <summary>A day or clock phrase that repeats: 周一三五.</summary>
    public const int Recur = 29;

    /// <summary>The message marks what follows as a lead (线索：, 报一条, lead:).</summary>
    public const int Marked = 30;

    /// <summary>The end of the message, where it is one of several alternatives.</summary>
    public const int End = 31;

    /// <summary>After 没报 or 报了没: an object that is not ours (年度考核表).</summary>
    public const int Other = 32;

    /// <summary>Our own objects, and what else may follow the verb, from the class 我方宾语.</summary>
    public const int Ours = 33;

    /// <summary>Words that take back what was said in the same breath (9点，不对，10点半), from the class 改口.</summary>
    public const int TakenBack = 34;

    /// <summary>What is said to the reader behind a lead's text (这条能用不, 他们信息员不在), from the class 线索余话.</summary>
    public const int Remark = 35;

    /// <summary>What is said to the reader before a lead's text (昨天停电没发成), from the class 报前话.</summary>
    public const int Aside = 36;

    /// <summary>Words before what is left out (除了白沙镇), from the class 除了.</summary>
    public const int LeavingOut = 37;

    /// <summary>Words behind what is left out (苇场不算), from the class 除外.</summary>
    public const int LeftOut = 38;

    /// <summary>Words that turn from a lead's text to a question of another thing (对了，截止几点), from the class 题外.</summary>
    public const int Turn = 39;

    /// <summary>One lead with its whole number: 0916-03.</summary>
    public const int WholeNumber = 40;

    /// <summary>The names in rules, by id.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "@unit", "@person", "@date", "@lead", "@number号", "@phone", "@url", "@address", "@someone", "@quantity", "@title", "@quote", "@number",
        "@header", "@long", "@list", "@question", "@time", "虚词", "助手名", "招呼", "线索前缀", "线索标记", "线索尾", "普通词", "职务", "转发标记",
        "落款", "@event", "@recur", "@marked", "@end", "@other", "我方宾语", "改口", "线索余话", "报前话", "除了", "除外", "题外", "@编号",
    ];
}
