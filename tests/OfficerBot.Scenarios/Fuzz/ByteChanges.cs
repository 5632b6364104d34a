namespace OfficerBot.Scenarios.Fuzz;

/// <summary>Changes that know nothing of what the bytes mean.</summary>
internal static class ByteChanges
{
    private static readonly byte[][] Pieces =
    [
        [0], [0xFF], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0x0D, 0x0A], [0x0D, 0x0A, 0x0D, 0x0A], [0x1B],
        [0xE2, 0x80, 0xAE], [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06], [0xFF, 0xFF, 0xFF, 0x7F], "--"u8.ToArray(), "\""u8.ToArray(), "\\"u8.ToArray(), "{"u8.ToArray(), "]"u8.ToArray(),
    ];

    /// <summary>One to six changes.</summary>
    public static byte[] Apply(byte[] bytes, Chance chance)
    {
        var changed = bytes;
        for (var times = chance.Between(1, 6); times > 0 && changed.Length > 1; times--)
        {
            changed = One(changed, chance);
        }

        return changed;
    }

    private static byte[] One(byte[] bytes, Chance chance)
    {
        var at = chance.Below(bytes.Length);
        var length = Math.Min(bytes.Length - at, chance.Between(1, 64));
        return chance.Below(8) switch
        {
            0 => Flipped(bytes, at, (byte)(1 << chance.Below(8))),
            1 => [.. bytes[..at], (byte)chance.Below(256), .. bytes[(at + 1)..]],
            2 => [.. bytes[..at], .. bytes[(at + length)..]],
            3 => [.. bytes[..at], .. chance.Of(Pieces), .. bytes[at..]],
            4 => [.. bytes[..(at + length)], .. bytes[at..]],
            5 => bytes[..Math.Max(1, at)],
            6 => [.. bytes[..at], .. chance.Bytes(length), .. bytes[at..]],
            _ => [.. bytes[at..], .. bytes[..at]],
        };
    }

    private static byte[] Flipped(byte[] bytes, int at, byte bit)
    {
        var flipped = bytes.ToArray();
        flipped[at] ^= bit;
        return flipped;
    }
}
