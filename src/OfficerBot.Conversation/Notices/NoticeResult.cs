using OfficerBot.Conversation.Content;
using OfficerBot.Domain.Notices;

namespace OfficerBot.Conversation.Notices;

/// <summary>What reading one notice file gave.</summary>
/// <param name="Notice">The notice; null when anything is wrong with it.</param>
/// <param name="Problems">Every mistake, in the order of lines.</param>
public sealed record NoticeResult(Notice? Notice, IReadOnlyList<Problem> Problems);
