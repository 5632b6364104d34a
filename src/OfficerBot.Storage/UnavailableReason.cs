namespace OfficerBot.Storage;

/// <summary>Why the store cannot keep something.</summary>
public enum UnavailableReason
{
    /// <summary>The disk is full. Heals by itself as soon as there is room; reading goes on.</summary>
    Full,

    /// <summary>The file, or the disk, may not be written.</summary>
    ReadOnly,

    /// <summary>The disk reported an error.</summary>
    Io,

    /// <summary>Somebody else holds the file.</summary>
    Locked,

    /// <summary>The file is not a database of ours, or is broken.</summary>
    Damaged,

    /// <summary>The disk failed to confirm a write, or the store was closed. Nothing more is accepted until the service is started anew.</summary>
    Stopped,
}
