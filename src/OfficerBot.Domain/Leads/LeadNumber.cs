using NodaTime;

namespace OfficerBot.Domain.Leads;

/// <summary>A lead's number: one series per group and local day of filing, never used again. Written <c>MMDD-NN</c>.</summary>
public readonly record struct LeadNumber
{
    /// <summary>Makes a number.</summary>
    /// <param name="day">Local day of filing in the group's zone.</param>
    /// <param name="sequence">1 and up; more than 99 simply takes three digits.</param>
    public LeadNumber(LocalDate day, int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        Day = day;
        Sequence = sequence;
    }

    /// <summary>Local day of filing.</summary>
    public LocalDate Day { get; }

    /// <summary>1 and up; 第N条 alone means N of today.</summary>
    public int Sequence { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Day.Month:00}{Day.Day:00}-{Sequence:00}";
}
