using System.Buffers;
using System.Runtime;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>Reads a stream that somebody else fills.</summary>
internal static class LimitedBytes
{
    /// <summary>Small enough for the ordinary heap, where garbage goes soon: an array that doubles leaves three times the file's size in the one that is
    /// seldom cleaned.</summary>
    private const int Step = 64 * 1024;

    /// <summary>All bytes, or null as soon as there are more than <paramref name="limit"/>; memory grows with what has really come.</summary>
    public static async Task<byte[]?> ReadAsync(Stream stream, int limit, CancellationToken cancel)
    {
        var parts = new List<byte[]>();
        try
        {
            return await FillAsync(stream, parts, limit, cancel) is { } length ? Joined(parts, length) : null;
        }
        finally
        {
            parts.ForEach(p => ArrayPool<byte>.Shared.Return(p));
        }
    }

    private static async Task<int?> FillAsync(Stream stream, List<byte[]> parts, int limit, CancellationToken cancel)
    {
        for (var length = 0; ;)
        {
            if (length == parts.Count * Step)
            {
                parts.Add(ArrayPool<byte>.Shared.Rent(Step));
            }

            var count = await stream.ReadAsync(parts[^1].AsMemory(length % Step, Step - (length % Step)), cancel);
            length += count;
            if (count == 0 || length > limit)
            {
                return count == 0 ? length : null;
            }
        }
    }

    private static byte[] Joined(List<byte[]> parts, int length)
    {
        var all = Whole(length);
        for (var at = 0; at < length; at += Step)
        {
            parts[at / Step].AsSpan(0, Math.Min(Step, length - at)).CopyTo(all.AsSpan(at));
        }

        return all;
    }

    // In a heap kept small (deploy/systemd) there may be room, but in pieces: then it is put together first.
    private static byte[] Whole(int length)
    {
        try
        {
            return GC.AllocateUninitializedArray<byte>(length);
        }
        catch (OutOfMemoryException)
        {
            GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            return GC.AllocateUninitializedArray<byte>(length);
        }
    }
}
