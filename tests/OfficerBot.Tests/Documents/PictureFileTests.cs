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
}
