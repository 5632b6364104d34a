namespace OfficerBot.Mailing;

/// <summary>A letter that a scripted server has whole, whatever it answered: dots unstuffed, as a mailbox would hold it.</summary>
public sealed record TakenMail(string Text)
{
    public string? MessageId => Text.Split("\r\n").FirstOrDefault(line => line.StartsWith("Message-ID: ", StringComparison.Ordinal))?[12..];
}
