using OfficerBot.Conversation.Turns;

namespace OfficerBot.Conversation.ChatRecords;

/// <summary>One thing of a chat record that is to be filed.</summary>
/// <param name="Sender">As written.</param>
/// <param name="Person">Row id of who wrote it.</param>
/// <param name="Unit">Row id of the unit it is credited to.</param>
/// <param name="SaidAt">Unix milliseconds of when it was written.</param>
/// <param name="ForDay">Days since 1970-01-01 of the day it counts for.</param>
/// <param name="Text">The lead's text; null for a zero report.</param>
public sealed record RecordEntry(string Sender, long Person, long Unit, long SaidAt, int ForDay, string? Text, int? Category);

/// <summary>A chat record was shown and waits for a yes.</summary>
/// <param name="Chat">Row id of the chat it was pasted in.</param>
public sealed record RecordAsked(IReadOnlyList<RecordEntry> Entries, long Chat) : DialogState
{
    /// <inheritdoc/>
    public override string Pending => "import";
}
