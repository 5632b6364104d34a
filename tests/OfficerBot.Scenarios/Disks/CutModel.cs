namespace OfficerBot.Scenarios.Disks;

/// <summary>What becomes of changes that the disk had not confirmed when the power went.</summary>
internal enum CutModel
{
    /// <summary>They are gone.</summary>
    Lost,

    /// <summary>The first of them are there, up to a random one.</summary>
    Prefix,

    /// <summary>Each block of 4 KB is there or not, by a coin; some are torn, with each sector of 512 bytes there or not.</summary>
    Random,
}
