using NodaTime;

namespace OfficerBot.Conversation.Samples;

/// <summary>A conversation written down as a test: one <c>.chat</c> file.</summary>
/// <param name="Name"><c>leads/on-time.zh</c>: topic, file, locale.</param>
/// <param name="Locale">The language it is written in; wording is compared in this one only.</param>
/// <param name="About">Its first comment line: what it shows.</param>
/// <param name="Clock">Local office time at the start.</param>
/// <param name="Notice">Id of the notice; <c>default</c>: that of the sample.</param>
public sealed record ChatSample(string Name, string Locale, string About, LocalDateTime Clock, string Notice, IReadOnlyList<ChatStep> Steps);
