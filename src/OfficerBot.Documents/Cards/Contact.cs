namespace OfficerBot.Documents.Cards;

/// <summary>Who a card is of; empty parts are left out.</summary>
/// <param name="Phones">As they are to be dialled; a mobile number of 11 digits is marked as such.</param>
public sealed record Contact(string Name, string Unit, string Title, IReadOnlyList<string> Phones);
