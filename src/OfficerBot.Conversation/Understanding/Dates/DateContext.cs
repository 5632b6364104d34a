using NodaTime;

namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>What a date phrase is resolved against.</summary>
/// <param name="Now">Local office time.</param>
/// <param name="Prefer"><c>past</c>, <c>future</c> or null: where a bare 周五, 15号 or 12月 is looked for.</param>
/// <param name="Calendar">Working days.</param>
/// <param name="Events">Days of the notice's events (进驻 = 2020-09-08, perhaps until a day); may be empty.</param>
public sealed record DateContext(LocalDateTime Now, string? Prefer, IWorkingDays Calendar, IReadOnlyDictionary<string, EventDays> Events)
{
    /// <summary>
    /// The phrase stands in a request: 国庆 said in September is the coming one even where the past is looked for; nobody speaks of last year's then without 去年.
    /// </summary>
    public bool InRequest { get; init; }

    /// <summary>A context without preference, calendar and events.</summary>
    public static DateContext At(LocalDateTime now) => new(now, null, UnknownWorkingDays.Instance, new Dictionary<string, EventDays>());
}

/// <summary>When an event of the notice began, and until when it runs (exclusive); null while it has no end.</summary>
public sealed record EventDays(LocalDate First, LocalDate? Until = null);

/// <summary>A date found in a text and resolved.</summary>
/// <param name="Start">Position in the folded text.</param>
/// <param name="End">Position after it.</param>
/// <param name="Kind">point, range, before, after.</param>
/// <param name="Recur">RRULE style, for repeated ones: <c>FREQ=WEEKLY;BYDAY=MO,WE,FR</c>; null otherwise.</param>
/// <param name="Event"><c>since:进驻</c>, <c>during:进驻</c>; null otherwise.</param>
/// <param name="UnknownYear">The year whose calendar would be needed and is not known; null otherwise.</param>
public sealed record DateSaid(int Start, int End, TimeSpanSaid Span, string Kind, string? Recur, string? Event, int? UnknownYear)
{
    /// <summary>
    /// What the same words may mean as well by the language alone (5点 in the morning, last week's 周三, 9月15日之后 with that day), nearest first; found by
    /// <see cref="DateReader.Read"/>, and only when no side is preferred. What our conventions settle (the hours of 上午) has no other reading.
    /// </summary>
    public IReadOnlyList<TimeSpanSaid> Others { get; init; } = [];
}
