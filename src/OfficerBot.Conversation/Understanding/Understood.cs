using NodaTime;
using OfficerBot.Conversation.Understanding.Dates;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Understanding;

/// <summary>What one message was understood to say.</summary>
/// <param name="Intent">An intent of the contract files, for example <c>report_lead</c>; <c>none</c> when nothing fits.</param>
/// <param name="Slots">Only what the text says; no defaults.</param>
/// <param name="Confidence">0 to 1. From 0.8: do it; from 0.5: do it if it only reads, ask if it writes.</param>
/// <param name="Nearest">Other intents that came close, best first; offered as choices when nothing fits.</param>
/// <param name="Fired">The rules that decided, as <c>file:line</c>, for <c>officerbot why</c>.</param>
public sealed record Understood(string Intent, Slots Slots, double Confidence, IReadOnlyList<string> Nearest, IReadOnlyList<string> Fired)
{
    /// <summary>What the same message says of another lead (5号可以，6号不行: the second); null for nearly all.</summary>
    public Understood? Besides { get; init; }

    /// <summary>Nothing the bot knows.</summary>
    public static Understood None { get; } = new("none", new Slots(), 0, [], []);
}

/// <summary>A stretch of local time.</summary>
/// <param name="Start">Inclusive; null = open.</param>
/// <param name="End">Exclusive; null = open.</param>
/// <param name="Grain">minute, part, day, weekend, week, tenday, month, quarter, half, year, range.</param>
/// <param name="Words">The words it was read from.</param>
public sealed record TimeSpanSaid(LocalDateTime? Start, LocalDateTime? End, string Grain, string Words)
{
    /// <summary>A date that cannot be (2月30日): found, and to be asked about.</summary>
    public bool IsImpossible { get; init; }

    /// <summary>The year whose calendar of working days would be needed and is not known; null otherwise.</summary>
    public int? UnknownYear { get; init; }

    /// <summary>
    /// Set when a day without a year was read as last year's because the past was asked for, and this year's lies ahead (补报9月20日 said on the 17th):
    /// this year's, to be asked about.
    /// </summary>
    public LocalDate? Ahead { get; init; }

    /// <summary>First and last whole day touched; null where an end is open.</summary>
    public (LocalDate? First, LocalDate? Last) Days => (Start?.Date, End?.PlusTicks(-1).Date);
}

/// <summary>A mention of a unit.</summary>
/// <param name="Words">As written.</param>
/// <param name="Candidates">One: matched. Several: ambiguous, none chosen. Empty: looks like a unit, not on the roster.</param>
/// <param name="IsFuzzy">Matched by sound or one character only: to be confirmed before anything is written.</param>
public sealed record UnitSaid(string Words, IReadOnlyList<UnitId> Candidates, bool IsFuzzy = false);

/// <summary>A mention of a person; members as for <see cref="UnitSaid"/>.</summary>
public sealed record PersonSaid(string Words, IReadOnlyList<PersonId> Candidates, bool IsFuzzy = false);

/// <summary>A mention of a lead: a number with its day (null day: today), or the last one.</summary>
public sealed record LeadSaid(LocalDate? Day, int Sequence, bool IsLast = false);

/// <summary>One item of a report.</summary>
/// <param name="Text">Exact substring without numbering, header, marker, greeting, signature.</param>
/// <param name="Unit">Set only where the item has a header of its own.</param>
/// <param name="Category">Suggested or said category number; null when no word points to one.</param>
public sealed record ItemSaid(string Text, UnitSaid? Unit, int? Category);

/// <summary>The slots of the label manual (corpora README), typed.</summary>
public sealed record Slots
{
    /// <summary>A date phrase that limits the request; on a report the day it is for.</summary>
    public TimeSpanSaid? Range { get; init; }

    /// <summary>Point in time of a reminder or new deadline.</summary>
    public TimeSpanSaid? At { get; init; }

    /// <summary><c>MO,WE,FR</c>, <c>DAILY 11:00</c>, …</summary>
    public string? Recur { get; init; }

    /// <summary><c>since:进驻</c>, …</summary>
    public string? Event { get; init; }

    /// <summary>The days <see cref="Event"/> stands for under the notice; null when none was said.</summary>
    public TimeSpanSaid? EventSpan { get; init; }

    /// <summary>The days the request is limited to, said as days or by an event.</summary>
    public TimeSpanSaid? When => Range ?? EventSpan;

    /// <summary>Units named.</summary>
    public IReadOnlyList<UnitSaid> Units { get; init; } = [];

    /// <summary>Kinds of unit named: 乡镇街道, 镇, 街道, 场, 市直单位, 垂管单位, 科室.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Units named only to be left out: 除了白沙镇. No slot of the label manual.</summary>
    public IReadOnlyList<UnitSaid> ExceptUnits { get; init; } = [];

    /// <summary>Kinds of unit named only to be left out: 不算街道. No slot of the label manual.</summary>
    public IReadOnlyList<string> ExceptGroups { get; init; } = [];

    /// <summary>Somebody is left out by name or kind.</summary>
    public bool LeavesOut => ExceptUnits.Count + ExceptGroups.Count > 0;

    /// <summary>People named.</summary>
    public IReadOnlyList<PersonSaid> Persons { get; init; } = [];

    /// <summary>A post asked for, or given in a roster row.</summary>
    public string? Title { get; init; }

    /// <summary>11 digits (or a landline), unspaced.</summary>
    public string? Phone { get; init; }

    /// <summary>Leads referred to.</summary>
    public IReadOnlyList<LeadSaid> Leads { get; init; } = [];

    /// <summary>Leads named only to be left alone: 除了2号都撤回. No slot of the label manual.</summary>
    public IReadOnlyList<LeadSaid> ExceptLeads { get; init; } = [];

    /// <summary>All leads are meant but those of <see cref="ExceptLeads"/>, all of them where none is excepted; false where that is not certain.</summary>
    public bool AllOthers { get; init; }

    /// <summary>Category numbers said.</summary>
    public IReadOnlyList<int> Categories { get; init; } = [];

    /// <summary>Items of a report_lead, at least one then.</summary>
    public IReadOnlyList<ItemSaid> Items { get; init; } = [];

    /// <summary>title, text, category, place, date, unit.</summary>
    public string? Field { get; init; }

    /// <summary>A new value as typed, a search word, or a reminder's wording.</summary>
    public string? Text { get; init; }

    /// <summary><c>lead</c> or <c>publicity</c>.</summary>
    public string? Scope { get; init; }

    /// <summary>weekly, daily, monthly, quarterly, special, publicity, stage.</summary>
    public string? Kind { get; init; }

    /// <summary>xlsx, docx, pdf, csv.</summary>
    public string? Format { get; init; }

    /// <summary>leads, roster, report, missing, ranking, tasks.</summary>
    public string? What { get; init; }

    /// <summary>add, replace, remove, set_phone, set_title.</summary>
    public string? Op { get; init; }

    /// <summary><c>count</c>.</summary>
    public string? Agg { get; init; }

    /// <summary>photo, video, link, file.</summary>
    public string? Media { get; init; }

    /// <summary>Why; without 请 or 理由：.</summary>
    public string? Reason { get; init; }

    /// <summary>on_time, late, missed, zero, excused: the standing asked for in a correction.</summary>
    public string? Standing { get; init; }

    /// <summary>An e-mail address typed in chat; always refused as a recipient.</summary>
    public string? Address { get; init; }

    /// <summary>What a new value takes the place of (是3家不是2家: 2家); null when that was not said.</summary>
    public string? Replaces { get; init; }

    /// <summary>The new value comes in addition (补充：…), and takes the place of nothing.</summary>
    public bool Adds { get; init; }

    /// <summary><c>thanks</c>: what kind of greeting it is, for the answer's words.</summary>
    public string? Tone { get; init; }

    /// <summary>Pages of a list already seen (还有呢).</summary>
    public int Page { get; init; }

    /// <summary>The number of a choice offered before (第二个 = 2); 0 for all of it (都要).</summary>
    public int? Choice { get; init; }

    /// <summary>Slots only the corpora know (status, platform, urgency, outlet, url, task, delegate, order, top …), as text.</summary>
    public IReadOnlyDictionary<string, string> Other { get; init; } = new Dictionary<string, string>();
}

/// <summary>What reading depends on beside the text.</summary>
/// <param name="Now">Local office time in the group's zone.</param>
/// <param name="IsGroup">Said in a group chat.</param>
/// <param name="IsAddressed">Private, or mentioned, or called by name.</param>
/// <param name="Unit">The speaker's unit, or null.</param>
/// <param name="Pending">Kind of the question the bot has just asked the speaker, or null: send, approve, withdraw, lead, amend, register, report, choice, …</param>
/// <param name="Locale">zh or en.</param>
public sealed record ReadingContext(
    LocalDateTime Now, bool IsGroup, bool IsAddressed, UnitId? Unit, Roles Roles, string? Pending, RosterBook Roster, string Locale)
{
    /// <summary>The bot waits for an answer: a receipt that may be set right is no question.</summary>
    public bool IsAsked => Pending is not (null or "receipt" or "amended" or "change" or "withdrawn");

    /// <summary>Days of the events of the notice in force; null for those the reader was made with.</summary>
    public IReadOnlyDictionary<string, EventDays>? Events { get; init; }

    /// <summary>Intent of what the speaker asked a moment ago in this chat; null when nothing is to be followed.</summary>
    public string? LastIntent { get; init; }

    /// <summary>What the message replies to: <c>lead</c>, <c>person</c> (somebody's words that are none), <c>other</c>; <c>ack</c> when only a word that wants no answer is looked for; null when it replies to nothing known.</summary>
    public string? Quoting { get; init; }
}
