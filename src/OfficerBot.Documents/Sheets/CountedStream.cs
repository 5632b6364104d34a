namespace OfficerBot.Documents.Sheets;

/// <summary>Passes an inflating part on and stops it at the limits of bytes and of tag length.</summary>
/// <param name="budget">Bytes left for all parts of the file; shared.</param>
internal sealed class CountedStream(Stream inner, CountedStream.Budget budget) : Stream
{
    private int read;
    private int tag;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => read;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        read += count;
        budget.Left -= count;
        if (read > SheetLimits.PartBytes || budget.Left < 0)
        {
            throw new RefusedFileException(ReadRefusal.TooBig);
        }

        MeasureTags(buffer[..count]);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void MeasureTags(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            tag = b switch { (byte)'<' => 1, (byte)'>' => 0, _ => tag == 0 ? 0 : tag + 1 };
            if (tag > SheetLimits.TagBytes)
            {
                throw new RefusedFileException(ReadRefusal.Damaged);
            }
        }
    }

    internal sealed class Budget
    {
        public int Left { get; set; } = SheetLimits.TotalBytes;
    }
}
