namespace OfficerBot.Protocol.Activities;

/// <summary>Content types of cards; a card lies in <c>content</c> as an object.</summary>
public static class AttachmentContentTypes
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";
    public const string HeroCard = "application/vnd.microsoft.card.hero";
}
