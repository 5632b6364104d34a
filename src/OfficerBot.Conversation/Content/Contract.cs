namespace OfficerBot.Conversation.Content;

/// <summary>What one topic can be asked and can answer, free of language: one <c>contract.yaml</c>.</summary>
/// <param name="Topic">Folder name.</param>
/// <param name="Intents">In the order of the file.</param>
/// <param name="Replies">In the order of the file.</param>
public sealed record Contract(string Topic, IReadOnlyList<IntentContract> Intents, IReadOnlyList<ReplyContract> Replies);

/// <summary>An intent and its meaning.</summary>
public sealed record IntentContract(string Name, string Meaning, ContentText Place);

/// <summary>A reply: its meaning and its values.</summary>
/// <param name="Buttons">Ids of its buttons, in order; one that is named like a value of several parts gives a button per part.</param>
/// <param name="IsCard">It may also be shown as a card.</param>
/// <param name="IsSubject">It becomes the subject of a mail: one line.</param>
/// <param name="Place">Where it stands.</param>
public sealed record ReplyContract(
    string Name, string Meaning, IReadOnlyList<ValueContract> Values, IReadOnlyList<string> Buttons, bool IsCard, bool IsSubject, ContentText Place)
{
    /// <summary>The value of this name, or null.</summary>
    public ValueContract? Find(string value) => Values.FirstOrDefault(v => v.Name == value);
}

/// <summary>A value of a reply.</summary>
/// <param name="Sample">A value of the type's C# form; for <see cref="ValueKind.Reply"/> a reply's name, for <see cref="ValueKind.Lines"/> several.</param>
public sealed record ValueContract(string Name, ValueKind Kind, object Sample, ContentText Place)
{
    /// <summary>The replies its sample names.</summary>
    internal IReadOnlyList<string> InnerReplies => Kind switch
    {
        ValueKind.Reply => [(string)Sample],
        ValueKind.Lines => (IReadOnlyList<string>)Sample,
        _ => [],
    };
}
