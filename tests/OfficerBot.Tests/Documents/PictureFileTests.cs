using System.Buffers.Binary;
using OfficerBot.Documents.Papers;

namespace OfficerBot.Tests.Documents;

public sealed class PictureFileTests
{
    // SOI, APP0 of 4 bytes, SOF2 with 480 x 640.
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC2, 0, 11, 8, 0x01, 0xE0, 0x02, 0x80, 1, 1, 0x11, 0, 0xFF, 0xD9];

    [Fact]
    public void The_size_of_a_png_comes_from_its_header()
    {
        var file = PictureFile.Read(Samples.Png(31, 17), out var refusal);
        refusal.Should().Be(PictureRefusal.None);
        (file!.ContentType, file.Width, file.Height).Should().Be(("image/png", 31, 17));
    }

    [Fact]
    public void The_size_of_a_jpeg_comes_from_its_frame_header()
    {
        var file = PictureFile.Read(Jpeg, out _);
        (file!.ContentType, file.Width, file.Height).Should().Be(("image/jpeg", 640, 480));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(6, 1)]
    [InlineData(3, 2)]
    [InlineData(8, 3)]
    [InlineData(99, 0)]
    public void The_way_the_camera_was_held_is_read_in_both_byte_orders(byte orientation, int turns)
    {
        PictureFile.Read(WithExif([0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]), out _)!.QuarterTurns.Should().Be(turns);
        PictureFile.Read(WithExif([0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]), out _)!.QuarterTurns.Should().Be(turns);
    }

    [Theory]
    [InlineData(0xFF)]
    [InlineData(0)]
    public void A_camera_block_that_points_nowhere_does_no_harm(byte offset) =>
        PictureFile.Read(WithExif([0x49, 0x49, 0x2A, 0, offset, offset, offset, offset, 1, 0, 0x12, 1]), out _)!.QuarterTurns.Should().Be(0);

    [Fact]
    public void A_photograph_held_upright_stands_upright_in_the_paper()
    {
        var file = PictureFile.Read(WithExif([0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]), out _)!;
        var docx = DocxWriter.Write(Samples.Bare(new Picture(file, "图1", "桥")));
        // 640 x 480 stored, 480 x 640 upright: 85 mm high, so 3,060,000 EMU along the stored width.
        PackageChecks.Part(docx, "word/document.xml").Should().Contain("<wp:extent cx=\"3060000\" cy=\"2295000\"").And.Contain("rot=\"5400000\"");
        PackageChecks.Docx(docx).Should().BeEmpty();
    }

    [Theory]
    [InlineData("GIF89a and more bytes to be long enough")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("")]
    public void Anything_else_is_refused(string text)
    {
        PictureFile.Read(System.Text.Encoding.ASCII.GetBytes(text), out var refusal).Should().BeNull();
        refusal.Should().Be(PictureRefusal.NotPngOrJpeg);
    }

    [Fact]
    public void A_tiny_file_that_declares_a_huge_picture_is_refused()
    {
        var png = Samples.Png(8, 8);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 100_000);
        PictureFile.Read(png, out var refusal).Should().BeNull();
        refusal.Should().Be(PictureRefusal.TooManyPixels);
    }

    [Fact]
    public void A_jpeg_cut_before_its_frame_is_damaged()
    {
        for (var length = 4; length < 17; length++)
        {
            PictureFile.Read(Jpeg[..length], out var refusal).Should().BeNull();
            refusal.Should().Be(PictureRefusal.Damaged);
        }
    }

    [Fact]
    public void Too_many_bytes_are_refused()
    {
        var png = Samples.Png(8, 8);
        Array.Resize(ref png, PictureFile.LargestFile + 1);
        PictureFile.Read(png, out var refusal).Should().BeNull();
        refusal.Should().Be(PictureRefusal.TooBig);
    }

    private static byte[] WithExif(byte[] tiff) => [0xFF, 0xD8, 0xFF, 0xE1, 0, (byte)(tiff.Length + 8), .. "Exif\0\0"u8, .. tiff, .. Jpeg[2..]];
}
