namespace OfficerBot.Protocol.Connector;

/// <summary>What came of fetching a file.</summary>
public abstract record Download
{
    private Download()
    {
    }

    /// <summary>The file.</summary>
    /// <param name="ContentType">As the host says, without parameters; untrusted. Null when it says nothing.</param>
    public sealed record Got(byte[] Bytes, string? ContentType) : Download;

    /// <summary>No file.</summary>
    public sealed record Refused(DownloadRefusal Why) : Download;
}

/// <summary>Why there is no file.</summary>
public enum DownloadRefusal
{
    /// <summary>The address, or one it redirects to, is none we go to.</summary>
    NotAllowed,

    /// <summary>More bytes than asked for.</summary>
    TooBig,

    /// <summary>It took too long.</summary>
    TooSlow,

    /// <summary>The host could not be reached or broke off.</summary>
    Unreachable,

    /// <summary>The host answered with anything but a file.</summary>
    Answered,
}
