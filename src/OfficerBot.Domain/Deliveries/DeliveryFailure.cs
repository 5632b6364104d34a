namespace OfficerBot.Domain.Deliveries;

/// <summary>Why a letter is not tried again.</summary>
public enum DeliveryFailure
{
    /// <summary>The server will never take this letter; a person sends the file.</summary>
    Refused = 0,

    /// <summary>Twice the server fell silent with the whole letter in hand: it has none, one or two; a person asks the mailbox.</summary>
    InDoubt = 1,

    /// <summary>Put off for two days.</summary>
    GaveUp = 2,
}
