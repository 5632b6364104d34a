using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Roster;

/// <summary>Reads the tables people send. The dialogs know no file formats.</summary>
public interface IReadTables
{
    /// <summary>Reads a file, whatever its name claims; never throws for what somebody may send.</summary>
    TableRead Read(byte[] file, string name);
}

/// <summary>What reading a file gave.</summary>
public abstract record TableRead
{
    private TableRead()
    {
    }

    /// <summary>The rows with any text of each visible sheet.</summary>
    public sealed record Sheets(IReadOnlyList<IReadOnlyList<SheetRow>> All) : TableRead;

    /// <summary>It was not read.</summary>
    public sealed record Refused(TableRefusal Why) : TableRead;
}

/// <summary>Why a file was not read.</summary>
public enum TableRefusal
{
    /// <summary>No bytes, or no row.</summary>
    Empty,

    /// <summary>More than the limits allow, packed or unpacked.</summary>
    TooBig,

    /// <summary>Protected by a password.</summary>
    Encrypted,

    /// <summary>.xls or .et.</summary>
    OldExcel,

    /// <summary>Not a table at all.</summary>
    NotASheet,

    /// <summary>Broken.</summary>
    Damaged,
}
