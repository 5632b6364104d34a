namespace OfficerBot.Protocol.Connector;

/// <summary>Reads an answer's body up to a size; nobody outside decides how much memory we use.</summary>
internal static class LimitedBody
{
    /// <summary>The bytes, or null when there are more.</summary>
    public static async Task<byte[]?> ReadAsync(HttpContent content, long maxBytes, CancellationToken cancel)
    {
        await using var body = await content.ReadAsStreamAsync(cancel);
        using var all = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await body.ReadAsync(buffer, cancel)) > 0)
        {
            if (all.Length + count > maxBytes)
            {
                return null;
            }

            all.Write(buffer, 0, count);
        }

        return all.ToArray();
    }
}
