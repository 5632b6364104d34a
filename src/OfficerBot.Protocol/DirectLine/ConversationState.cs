namespace OfficerBot.Protocol.DirectLine;

/// <summary>A started conversation. <paramref name="LastChange"/> is the number of its newest change, 0 before the first.</summary>
public sealed record ConversationState(string Id, long LastChange);
