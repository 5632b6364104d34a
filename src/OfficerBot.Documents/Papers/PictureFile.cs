using System.Buffers.Binary;

namespace OfficerBot.Documents.Papers;

/// <summary>A PNG or JPEG whose kind and size were read from its own header; nothing else can stand in a paper.</summary>
public sealed class PictureFile
{
    /// <summary>Bytes.</summary>
    public const int LargestFile = 10 * 1024 * 1024;

    /// <summary>Pixels along one edge; a small file may declare far more and exhaust the reader's memory.</summary>
    public const int LongestEdge = 12_000;

    private PictureFile(byte[] bytes, string contentType, PictureHeader header) =>
        (Bytes, ContentType, Width, Height, QuarterTurns) = (bytes, contentType, header.Width, header.Height, header.QuarterTurns);

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>image/png or image/jpeg.</summary>
    public string ContentType { get; }

    /// <summary>Pixels, as stored.</summary>
    public int Width { get; }

    /// <summary>Pixels, as stored.</summary>
    public int Height { get; }

    /// <summary>Clockwise, 0 to 3, before it stands upright: what the camera says of how it was held.</summary>
    public int QuarterTurns { get; }

    internal string Extension => ContentType == "image/png" ? "png" : "jpeg";

    /// <summary>Null with the reason in <paramref name="refusal"/> when the bytes cannot stand in a paper.</summary>
    public static PictureFile? Read(byte[] bytes, out PictureRefusal refusal)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var (type, header) = IsPng(bytes) ? ("image/png", PngHeader(bytes)) : ("image/jpeg", JpegSegments.Read(bytes));
        refusal = (bytes.Length, header) switch
        {
            ( > LargestFile, _) => PictureRefusal.TooBig,
            (_, null) => PictureRefusal.NotPngOrJpeg,
            (_, { Width: < 1 } or { Height: < 1 }) => PictureRefusal.Damaged,
            (_, { Width: > LongestEdge } or { Height: > LongestEdge }) => PictureRefusal.TooManyPixels,
            _ => PictureRefusal.None,
        };
        return refusal == PictureRefusal.None && header is { } read ? new PictureFile(bytes, type, read) : null;
    }

    private static bool IsPng(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 24 && bytes.StartsWith(PngSignature);

    private static ReadOnlySpan<byte> PngSignature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static PictureHeader? PngHeader(ReadOnlySpan<byte> bytes) =>
        bytes.Slice(12, 4).SequenceEqual("IHDR"u8)
            ? new(BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]), 0)
            : new(0, 0, 0);
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
