namespace OfficerBot.Protocol.DirectLine;

/// <summary>
/// One activity of a log in its present form. <paramref name="Change"/> counts appends and updates of the conversation from 1, and is
/// what watermarks count; an updated activity is listed once, at its newest change.
/// </summary>
/// <param name="Change">Number of the change that gave the activity this form.</param>
/// <param name="Json">As <see cref="ActivityStamp"/> made it.</param>
public sealed record LoggedActivity(long Change, string Json);
