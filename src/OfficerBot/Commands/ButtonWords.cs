using NodaTime;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Commands;

/// <summary>
/// What the bot makes of the words on its own buttons, said in private. Words that mean something only as an answer (是, 不是线索, a name chosen from
/// several) are tried under each kind of question there is.
/// </summary>
internal sealed class ButtonWords(Reader reader, LanguageContent content)
{
    private static readonly LocalDateTime Wednesday = new(2020, 9, 16, 10, 20);

    /// <summary>The intent, or null.</summary>
    public string? Understand(string text, string locale) =>
        new string?[] { null }.Concat(content.PendingKinds).Select(p => Read(text, locale, p)).FirstOrDefault(i => i != "none");

    private string Read(string text, string locale, string? pending) => reader.Read(
        text, new ReadingContext(Wednesday, false, true, null, Roles.None, pending, content.ExampleRoster, locale)).Intent;
}
