namespace OfficerBot.Domain.Ledger;

/// <summary>Kinds of filing in force of one unit at one slot.</summary>
[Flags]
public enum FiledKinds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>At least one lead.</summary>
    Lead = 1,

    /// <summary>A zero report.</summary>
    Zero = 2,

    /// <summary>A report accepted by the server.</summary>
    Report = 4,

    /// <summary>已发邮箱.</summary>
    Tick = 8,

    /// <summary>Excused.</summary>
    Excuse = 16,
}
