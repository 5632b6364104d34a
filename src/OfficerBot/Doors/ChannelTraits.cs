using OfficerBot.Protocol.Activities;

namespace OfficerBot.Doors;

/// <summary>How a card's buttons come back.</summary>
internal enum ButtonManner
{
    /// <summary>Action.Submit: the words come back as a message. Web Chat 4.18 knows no other.</summary>
    Submit,

    /// <summary>Action.Execute with Action.Submit to fall back on: an invoke whose answer is shown in the card's place.</summary>
    Execute,
}

/// <summary>What a channel can show. How much it takes is the connector's business.</summary>
/// <param name="ShowsCards">Adaptive Cards are drawn; elsewhere the text says the same.</param>
/// <param name="Buttons">How a card's buttons come back.</param>
/// <param name="IsTeams">A card stands alone there (text would be shown above it again), a question in a group needs a card, files are links.</param>
/// <param name="CanUpdate">What was sent can be replaced in place.</param>
internal sealed record ChannelTraits(bool ShowsCards, ButtonManner Buttons, bool IsTeams, bool CanUpdate)
{
    private static readonly ChannelTraits Ours = new(true, ButtonManner.Submit, false, true);
    private static readonly ChannelTraits Teams = new(true, ButtonManner.Execute, true, true);
    private static readonly ChannelTraits Cards = new(true, ButtonManner.Submit, false, false);
    private static readonly ChannelTraits TextOnly = new(false, ButtonManner.Submit, false, false);

    /// <summary>Of a channel by its name in our chats. Channels nobody has heard of are taken to draw cards, as Web Chat does.</summary>
    public static ChannelTraits Of(string channel) => channel switch
    {
        DirectLineWriter.Channel => Ours,
        Channels.MsTeams => Teams,
        "telegram" or "facebook" or "line" or "slack" or "sms" or "email" or "groupme" or "kik" => TextOnly,
        _ => Cards,
    };
}
