using OfficerBot.Protocol.Activities;

namespace OfficerBot.Doors;

/// <summary>How much a channel takes at once.</summary>
/// <param name="MostText">Characters of text.</param>
/// <param name="MostJson">Characters of the whole message as JSON.</param>
/// <param name="MostSuggestions">Suggested actions; 0: it shows none.</param>
internal sealed record ChannelLimits(int MostText, int MostJson, int MostSuggestions)
{
    /// <summary>Written as text: less than what the messages need beside it stays reserved for who speaks to whom, which comes on when it is sent.</summary>
    public const int ForAddresses = 2_000;

    // Teams counts 100 KB as UTF-16, and advises to stay below 80: 40,960 characters of everything.
    // Of suggested actions it shows the first three.
    private static readonly ChannelLimits Teams = new(28_000, 40_960, 3);

    // The service's own limit is 262,144; beyond 150,000 it becomes slow.
    private static readonly ChannelLimits Service = new(150_000, 150_000, 100);

    /// <summary>Of a channel by its name in our chats; sources: the channels' reference pages, suggested actions as the Bot Framework lists them.</summary>
    public static ChannelLimits Of(string channel) => channel switch
    {
        Channels.MsTeams => Teams,
        "facebook" => new(2_000, 20_000, 11),
        "line" => new(5_000, 50_000, 13),
        "telegram" => new(4_096, 50_000, 100),
        "slack" => new(12_000, 100_000, 0),
        "sms" => new(1_600, 10_000, 0),
        "groupme" => new(1_000, 10_000, 0),
        "kik" => new(1_500, 20_000, 20),
        "email" => new(150_000, 150_000, 0),
        _ => Service,
    };
}
