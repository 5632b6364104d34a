using System.Buffers.Binary;

namespace OfficerBot.Documents.Papers;

/// <summary>A PNG or JPEG whose kind and size were read from its own header; nothing else can stand in a paper.</summary>
public sealed class PictureFile
{
    /// <summary>Bytes.</summary>
    public const int LargestFile = 10 * 1024 * 1024;

    /// <summary>Pixels along one edge; a small file may declare far more and exhaust the reader's memory.</summary>
    public const int LongestEdge = 12_000;

    private PictureFile(byte[] bytes, string contentType, int width, int height) =>
        (Bytes, ContentType, Width, Height) = (bytes, contentType, width, height);

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>image/png or image/jpeg.</summary>
    public string ContentType { get; }

    /// <summary>Pixels.</summary>
    public int Width { get; }

    /// <summary>Pixels.</summary>
    public int Height { get; }

    internal string Extension => ContentType == "image/png" ? "png" : "jpeg";

    /// <summary>Null with the reason in <paramref name="refusal"/> when the bytes cannot stand in a paper.</summary>
    public static PictureFile? Read(byte[] bytes, out PictureRefusal refusal)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var (type, size) = IsPng(bytes) ? ("image/png", PngSize(bytes)) : ("image/jpeg", JpegSize(bytes));
        refusal = (bytes.Length, size) switch
        {
            ( > LargestFile, _) => PictureRefusal.TooBig,
            (_, null) => PictureRefusal.NotPngOrJpeg,
            (_, ( < 1, _) or (_, < 1)) => PictureRefusal.Damaged,
            (_, ( > LongestEdge, _) or (_, > LongestEdge)) => PictureRefusal.TooManyPixels,
            _ => PictureRefusal.None,
        };
        return refusal == PictureRefusal.None ? new PictureFile(bytes, type, size!.Value.Width, size.Value.Height) : null;
    }

    private static bool IsPng(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 24 && bytes.StartsWith(PngSignature);

    private static ReadOnlySpan<byte> PngSignature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static (int Width, int Height)? PngSize(ReadOnlySpan<byte> bytes) =>
        bytes.Slice(12, 4).SequenceEqual("IHDR"u8)
            ? (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]))
            : (0, 0);

    /// <summary>Walks the segments up to the first frame header (SOF0-15 without DHT, JPG, DAC; ITU-T T.81 B.2.2).</summary>
    private static (int Width, int Height)? JpegSize(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes[0] != 0xFF || bytes[1] != 0xD8 || bytes[2] != 0xFF)
        {
            return null;
        }

        for (var at = 2; at + 9 <= bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return (0, 0);
    }
}

/// <summary>Why a picture cannot stand in a paper.</summary>
public enum PictureRefusal
{
    None,
    NotPngOrJpeg,
    Damaged,
    TooBig,
    TooManyPixels,
}
