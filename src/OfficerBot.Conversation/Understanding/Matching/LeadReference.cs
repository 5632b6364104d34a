namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>A stretch that refers to leads.</summary>
/// <param name="Leads">Those referred to.</param>
/// <param name="IsBare">A bare N号, which may also be a day.</param>
internal sealed record LeadReference(int Start, int End, IReadOnlyList<LeadSaid> Leads, bool IsBare);
