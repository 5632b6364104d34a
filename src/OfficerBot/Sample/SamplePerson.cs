namespace OfficerBot.Sample;

/// <summary>Somebody a visitor of the sample page may be.</summary>
/// <param name="Id">Row id as text, or <c>stranger</c>.</param>
internal sealed record SamplePerson(string Id, string Name, string NameEn, string Unit, string UnitEn, string Title, IReadOnlyList<string> Roles);

/// <summary>A seat: what a browser needs to talk in a room as a person.</summary>
internal sealed record SampleSeat(string Token, string UserId, string ConversationId);
