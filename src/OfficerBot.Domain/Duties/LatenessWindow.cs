using NodaTime;

namespace OfficerBot.Domain.Duties;

/// <summary>How long after the due time a filing is 迟报 and not 补报: until the liaison's note goes out (12:00–12:30), for nobody in a daily duty.</summary>
public static class LatenessWindow
{
    private static readonly Duration Usual = Duration.FromMinutes(30);

    /// <summary>The first local moment that is not late any more but made up.</summary>
    public static LocalDateTime EndOf(Duty duty, Occurrence occurrence)
    {
        if (duty.Cadence is Cadence.Daily)
        {
            return occurrence.Due;
        }

        var note = duty.Ladder.FirstOrDefault(r => r.Act == RungAct.LiaisonNote && r.WorkingDaysBefore == 0)?.At;
        return note is { } at && occurrence.Day.At(at) > occurrence.Due ? occurrence.Day.At(at) : occurrence.Due.PlusMinutes((long)Usual.TotalMinutes);
    }
}
