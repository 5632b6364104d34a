using System.Buffers.Binary;

namespace OfficerBot.Documents.Papers;

/// <summary>Pixels as stored, and quarter turns clockwise until the picture stands upright.</summary>
internal readonly record struct PictureHeader(int Width, int Height, int QuarterTurns);

/// <summary>Reads size and turn of a JPEG from its segments without decoding it.</summary>
internal static class JpegSegments
{
    /// <summary>Null when the bytes are no JPEG at all; a width of 0 when its frame header is missing.</summary>
    public static PictureHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes[0] != 0xFF || bytes[1] != 0xD8 || bytes[2] != 0xFF)
        {
            return null;
        }

        var turns = 0;
        for (var at = 2; at + 9 <= bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            // SOF0 to SOF15 without DHT, JPG and DAC (ITU-T T.81 B.2.2).
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return new PictureHeader(BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]), turns);
            }

            int length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            turns = marker == 0xE1 && at + 2 + length <= bytes.Length ? Turns(bytes.Slice(at + 4, Math.Max(0, length - 2))) : turns;
            at += 2 + length;
        }

        return new PictureHeader(0, 0, 0);
    }

    /// <summary>
    /// Quarter turns clockwise by Exif's Orientation (tag 0112 of the first directory): phones store every photograph lying and say here how
    /// it was held, and Word does not look. Mirrored pictures, which no camera makes, stay as they are.
    /// </summary>
    private static int Turns(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 16 || !segment.StartsWith("Exif\0\0"u8))
        {
            return 0;
        }

        var tiff = segment[6..];
        var isLittle = tiff[0] == (byte)'I';
        var directory = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        for (var entry = directory + 2L; directory >= 8 && entry + 12 <= tiff.Length && entry < directory + 12 * 100; entry += 12)
        {
            if (Short(tiff[(int)entry..], isLittle) == 0x0112)
            {
                return Short(tiff[((int)entry + 8)..], isLittle) switch { 6 => 1, 3 => 2, 8 => 3, _ => 0 };
            }
        }

        return 0;
    }

    private static int Short(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
