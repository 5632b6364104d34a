using NodaTime;

namespace OfficerBot.Domain.Time;

/// <summary>A day that differs from the plain week: a holiday, or a make-up working day (调休上班).</summary>
/// <param name="Name">Name of the holiday it belongs to, for example 国庆节.</param>
/// <param name="IsOff">True: no work. False: a make-up working day.</param>
public sealed record SpecialDay(LocalDate Date, string Name, bool IsOff);
