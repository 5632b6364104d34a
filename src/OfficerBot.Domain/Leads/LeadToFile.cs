using NodaTime;
using OfficerBot.Domain.People;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Leads;

/// <summary>One item somebody wants filed.</summary>
/// <param name="Unit">The unit it is credited to.</param>
/// <param name="Text">The whole text, cleaned.</param>
/// <param name="Category">Suggested or said; null takes the notice's last one (其他).</param>
/// <param name="Chat">The chat it was said in.</param>
/// <param name="Message">The channel's id of the message; null for a pasted record.</param>
/// <param name="Item">Position in that message, from 0.</param>
public sealed record LeadToFile(UnitId Unit, string Text, int? Category, ChatId Chat, string? Message, int Item)
{
    /// <summary>The day it counts for; null = the day it was said.</summary>
    public LocalDate? ForDay { get; init; }

    /// <summary>For a pasted chat record: when its sender wrote it; null = now.</summary>
    public Instant? SaidAt { get; init; }

    /// <summary>For a pasted chat record: who wrote it; null = found from the unit.</summary>
    public PersonId? Officer { get; init; }

    /// <summary>A title; null = taken from the text.</summary>
    public string? Title { get; init; }
}

/// <summary>What is to change in a lead; null leaves it as it is.</summary>
public sealed record LeadChange(string? Title = null, string? Text = null, int? Category = null, UnitId? Unit = null, LocalDate? ForDay = null);
