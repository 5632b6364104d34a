using NodaTime;
using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Content;

/// <summary>What a value of a reply is; written in lower case in contracts.</summary>
public enum ValueKind
{
    /// <summary>Words that need no translation: a number of a lead, a name, a title.</summary>
    Text,

    /// <summary>A count.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A day and a time of day.</summary>
    Moment,

    /// <summary>A length of time.</summary>
    Span,

    /// <summary>Several texts.</summary>
    Words,

    /// <summary>A text per locale, for example a unit's or a category's name.</summary>
    Names,

    /// <summary>Several of them.</summary>
    Namelist,

    /// <summary>Intents, said in the words the locale has for them.</summary>
    Intents,

    /// <summary>Another reply inside this one; may be absent.</summary>
    Reply,

    /// <summary>Several replies, a line each.</summary>
    Lines,
}

/// <summary>How value types look in C#.</summary>
public static class ValueKinds
{
    /// <summary>The type a record's property must have for a value type.</summary>
    public static Type ClrType(this ValueKind kind) => kind switch
    {
        ValueKind.Text => typeof(string),
        ValueKind.Number => typeof(int),
        ValueKind.Date => typeof(LocalDate),
        ValueKind.Time => typeof(LocalTime),
        ValueKind.Moment => typeof(LocalDateTime),
        ValueKind.Span => typeof(Duration),
        ValueKind.Words or ValueKind.Intents => typeof(IReadOnlyList<string>),
        ValueKind.Names => typeof(IReadOnlyDictionary<string, string>),
        ValueKind.Namelist => typeof(IReadOnlyList<IReadOnlyDictionary<string, string>>),
        ValueKind.Reply => typeof(Reply),
        ValueKind.Lines => typeof(IReadOnlyList<Reply>),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>True for values made of several parts, each of which can be a line or a button.</summary>
    public static bool IsMany(this ValueKind kind) =>
        kind is ValueKind.Words or ValueKind.Namelist or ValueKind.Intents or ValueKind.Lines;

    /// <summary>All type names, as contracts write them.</summary>
    public static IReadOnlyList<string> AllNames { get; } = [.. Enum.GetNames<ValueKind>().Select(n => n.ToLowerInvariant())];
}
