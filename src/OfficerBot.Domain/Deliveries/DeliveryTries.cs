namespace OfficerBot.Domain.Deliveries;

/// <summary>What has been tried for one letter so far.</summary>
/// <param name="Attempts">Connections begun, the present one included.</param>
/// <param name="OpenEnds">How often the server fell silent after the whole letter was out.</param>
/// <param name="MayBeDuplicate">An earlier attempt may have been taken, so what is sent now may be the second copy (same bytes, same Message-ID).</param>
public sealed record DeliveryTries(int Attempts, int OpenEnds, bool MayBeDuplicate)
{
    public static DeliveryTries None { get; } = new(0, 0, false);
}
