using NodaTime;

namespace OfficerBot.Domain.Notices;

/// <summary>Days of something the notice turns on and people date by (进驻以来).</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day, inclusive; null while it has no end.</param>
public sealed record NoticeEvent(LocalDate First, LocalDate? Last);
