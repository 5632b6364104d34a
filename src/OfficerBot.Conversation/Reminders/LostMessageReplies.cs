using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Reminders;

/// <summary>To the liaison, once: a channel lets nothing through to this person any more.</summary>
public sealed record PersonCutOff(IReadOnlyDictionary<string, string> Unit, IReadOnlyDictionary<string, string> Person, string Phone, string Channel) : Reply;

/// <summary>To the liaison, once a day and person: a channel refused a message for this person for good.</summary>
/// <param name="Words">The channel's answer.</param>
public sealed record PersonMissed(
    IReadOnlyDictionary<string, string> Unit, IReadOnlyDictionary<string, string> Person, string Phone, string Channel, string Words) : Reply;

/// <summary>To the liaison, once: a channel lets nothing through into the group's chat any more.</summary>
public sealed record GroupCutOff(string Channel) : Reply;

/// <summary>To the liaison, once a day: a channel refused a message for the group's chat for good.</summary>
public sealed record GroupMissed(string Channel, string Words) : Reply;

/// <summary>To the liaison, once a day and channel: messages were given up because the channel takes none.</summary>
public sealed record ChannelDown(string Channel, Reply Why) : Reply;

/// <summary>No answer came.</summary>
public sealed record ChannelSilent : Reply;

/// <summary>What the channel answered.</summary>
public sealed record ChannelAnswered(string Words) : Reply;
