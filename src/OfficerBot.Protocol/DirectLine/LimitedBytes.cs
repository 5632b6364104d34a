namespace OfficerBot.Protocol.DirectLine;

/// <summary>Reads a stream that somebody else fills.</summary>
internal static class LimitedBytes
{
    private const int Step = 64 * 1024;

    /// <summary>All bytes, or null as soon as there are more than <paramref name="limit"/>; memory grows with what has really come.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream stream, int limit, CancellationToken cancel)
    {
        using var all = new MemoryStream();
        var buffer = new byte[Step];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancel)) > 0)
        {
            if (all.Length + count > limit)
            {
                return null;
            }

            all.Write(buffer, 0, count);
        }

        return all.GetBuffer().AsMemory(0, (int)all.Length);
    }
}
