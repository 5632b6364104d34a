using NodaTime;

namespace OfficerBot.Conversation.Samples;

/// <summary>One thing that happens in a sample, and what the bot answers to it.</summary>
/// <param name="Line">Where it stands, 1 and up.</param>
public abstract record ChatStep(int Line)
{
    /// <summary>What is sent because of it, in any order. Empty: nothing is checked, unless <see cref="IsSilent"/>.</summary>
    public IReadOnlyList<ExpectedReply> Expected { get; init; } = [];

    /// <summary>Nothing at all may be sent because of it.</summary>
    public bool IsSilent { get; init; }

    /// <summary>More may be sent than is listed (<c>&gt; …</c>); otherwise the list is complete.</summary>
    public bool AllowsMore { get; init; }

    /// <summary>Somebody writes.</summary>
    /// <param name="Label">A name for the message, to edit or delete it later; null for none.</param>
    /// <param name="Text">May be empty when there are attachments; lines are kept.</param>
    public sealed record Says(int Line, Speaker Who, bool InGroup, string? Label, string Text, IReadOnlyList<ChatAttachment> Attachments) : ChatStep(Line)
    {
        /// <summary>The label of the message replied to; empty for the newest answer in this chat, null for none.</summary>
        public string? RepliesTo { get; init; }
    }

    /// <summary>Somebody edits a message of his on the platform.</summary>
    /// <param name="Label">Which; null: his latest one in this chat.</param>
    public sealed record Edits(int Line, Speaker Who, bool InGroup, string? Label, string Text) : ChatStep(Line);

    /// <summary>Somebody deletes a message of his on the platform.</summary>
    public sealed record Deletes(int Line, Speaker Who, bool InGroup, string? Label) : ChatStep(Line);

    /// <summary>Somebody taps a button of the newest answer in this chat.</summary>
    /// <param name="Button">Its id, for example <c>undo</c> or <c>choices-2</c>.</param>
    public sealed record Taps(int Line, Speaker Who, bool InGroup, string Button) : ChatStep(Line);

    /// <summary>Somebody opens the chat without saying anything.</summary>
    public sealed record Joins(int Line, Speaker Who, bool InGroup) : ChatStep(Line);

    /// <summary>The office clock moves forward; everything due on the way happens.</summary>
    public sealed record Clock(int Line, LocalDateTime To) : ChatStep(Line);
}

/// <summary>A picture or file sent with a message.</summary>
/// <param name="IsPicture">A picture; the runner makes one up. Otherwise a file.</param>
/// <param name="Name">A file beside the sample, or any name for a picture.</param>
public sealed record ChatAttachment(bool IsPicture, string Name);
