namespace OfficerBot.Conversation.Replies;

/// <summary>
/// Which answer, and its values; text is made last, per locale and channel, from <c>dialogs/**</c>. A concrete record <c>LeadFiled</c> is the reply
/// <c>lead_filed</c> of a contract; its properties are the values, in snake_case, and must equal the contract's both ways.
/// Allowed value types: string, int, LocalDate, LocalTime, LocalDateTime, Duration, Reply (another reply inside; may be null, then nothing is said),
/// IReadOnlyList&lt;string&gt; (words, or intents), IReadOnlyList&lt;Reply&gt; (lines), IReadOnlyDictionary&lt;string,string&gt; (names: a text per
/// locale), IReadOnlyList of such dictionaries (a list of names).
/// </summary>
public abstract record Reply;
