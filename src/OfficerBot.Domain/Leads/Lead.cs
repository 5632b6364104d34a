using NodaTime;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Domain.Leads;

/// <summary>Row id of a lead.</summary>
public readonly record struct LeadId(long Value);

/// <summary>Where a lead stands.</summary>
public enum LeadStatus
{
    /// <summary>In force: counts everywhere.</summary>
    Filed = 0,

    /// <summary>Taken back; kept, never counted.</summary>
    Withdrawn = 1,
}

/// <summary>A news lead (线索) in its present version.</summary>
/// <param name="Id">Row id.</param>
/// <param name="Number">Its number, for ever.</param>
/// <param name="Unit">The unit it is credited to.</param>
/// <param name="Officer">Whose lead it is (the officer of the unit when filed for another); null when nobody of the unit is on the roster.</param>
/// <param name="FiledBy">Who said it.</param>
/// <param name="ForDay">The local day it counts for (补报: an earlier day than that of filing).</param>
/// <param name="FiledAt">When it was filed; for a pasted chat record the time its sender wrote it.</param>
/// <param name="Title">One line, at most 60 characters, taken from the text unless changed.</param>
/// <param name="Text">The whole text as its officer wrote it.</param>
/// <param name="Category">Number of the category in the notice (000-14: 1-7).</param>
/// <param name="Version">1 and up; every earlier version is kept.</param>
/// <param name="Status">In force or withdrawn.</param>
/// <param name="Pictures">How many pictures belong to it.</param>
public sealed record Lead(
    LeadId Id,
    LeadNumber Number,
    UnitId Unit,
    PersonId? Officer,
    PersonId FiledBy,
    LocalDate ForDay,
    Instant FiledAt,
    string Title,
    string Text,
    int Category,
    int Version,
    LeadStatus Status,
    int Pictures);

/// <summary>A lead about to be filed; the ledger gives it row id, number and version 1.</summary>
/// <param name="SourceChat">Row id of the chat it was said in.</param>
/// <param name="SourceMessage">The channel's id of the message, so that edits and deletions on the platform find it; null for pasted records.</param>
/// <param name="Item">Position of the item in that message, from 0.</param>
public sealed record NewLead(
    UnitId Unit,
    PersonId? Officer,
    PersonId FiledBy,
    LocalDate FiledOn,
    LocalDate ForDay,
    Instant FiledAt,
    string Title,
    string Text,
    int Category,
    long SourceChat,
    string? SourceMessage,
    int Item);

/// <summary>Where a lead was said; members as for <see cref="NewLead"/>.</summary>
public sealed record LeadSource(People.ChatId Chat, string? Message, int Item);

/// <summary>One kept version of a lead.</summary>
public sealed record LeadVersion(LeadId Lead, int Version, UnitId Unit, string Title, string Text, int Category, LeadStatus Status, PersonId By, Instant At);

/// <summary>A picture as kept in the pictures file.</summary>
/// <param name="Sha256">Lower-case hex of the bytes; the key in the pictures file.</param>
/// <param name="ContentType"><c>image/png</c>, <c>image/jpeg</c>, <c>image/gif</c> or <c>image/webp</c>.</param>
public sealed record Picture(string Sha256, string ContentType, string Name, int Bytes);
