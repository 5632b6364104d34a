using System.Text;

namespace OfficerBot.Scenarios.Disks;

/// <summary>
/// The disk as the record goes on: what is confirmed, and what a cut may take. A change counts as confirmed when a sync of its file returned after it;
/// removed names when their folder was synced. When a sync fails, what it should have confirmed is lost for good, even if a later one succeeds: that is
/// how Linux drops pages it could not write.
/// </summary>
internal sealed class DiskImage
{
    private const int Block = 4096;
    private const int Sector = 512;

    private readonly Dictionary<string, Confirmed> _files = new(StringComparer.Ordinal);
    private readonly List<DiskEvent> _open = [];

    /// <summary>Takes the next event of the record.</summary>
    public void Apply(DiskEvent next)
    {
        switch (next.Change)
        {
            case DiskChange.Write or DiskChange.Truncate or DiskChange.Unlink:
                _open.Add(next);
                break;
            case DiskChange.Rename:
                Rename(next.Path, Encoding.UTF8.GetString(next.Data));
                break;
            case DiskChange.Sync:
                Confirm(next);
                break;
        }
    }

    /// <summary>Writes the files as they might be after a cut now.</summary>
    /// <param name="to">A folder, emptied first.</param>
    public void Cut(CutModel model, Random random, string to)
    {
        var files = _files.ToDictionary(f => f.Key, f => f.Value.Copy(), StringComparer.Ordinal);
        var kept = model == CutModel.Prefix ? random.Next(_open.Count + 1) : _open.Count;
        foreach (var change in model == CutModel.Lost ? [] : _open.Take(kept))
        {
            Do(files, change, model == CutModel.Random ? random : null);
        }

        if (Directory.Exists(to))
        {
            Directory.Delete(to, recursive: true);
        }

        Directory.CreateDirectory(to);
        foreach (var (path, file) in files)
        {
            file.WriteTo(Path.Combine(to, Path.GetFileName(path)));
        }
    }

    private void Confirm(DiskEvent sync)
    {
        bool IsMeant(DiskEvent c) => c.Path == sync.Path || (c.Change == DiskChange.Unlink && Path.GetDirectoryName(c.Path) == sync.Path);
        var meant = _open.FindAll(IsMeant);
        _open.RemoveAll(IsMeant);
        foreach (var change in sync.Failed ? [] : meant)
        {
            Do(_files, change, null);
        }
    }

    private void Rename(string from, string to)
    {
        if (_files.Remove(from, out var file))
        {
            _files[to] = file;
        }

        for (var i = 0; i < _open.Count; i++)
        {
            _open[i] = _open[i].Path == from ? _open[i] with { Path = to } : _open[i];
        }
    }

    private static void Do(Dictionary<string, Confirmed> files, DiskEvent change, Random? coin)
    {
        if (change.Change == DiskChange.Unlink)
        {
            _ = (coin is null || coin.Next(2) == 0) && files.Remove(change.Path);
            return;
        }

        if (!files.TryGetValue(change.Path, out var file))
        {
            files[change.Path] = file = new Confirmed();
        }

        if (change.Change == DiskChange.Truncate)
        {
            file.Truncate(coin is null || coin.Next(2) == 0 ? (int)change.Offset : file.Length);
            return;
        }

        foreach (var (start, length) in Surviving(change, coin))
        {
            file.Write(change.Data.AsSpan(start, length), (int)change.Offset + start);
        }
    }

    // Blocks and sectors are those of the file, as the disk's are; a write of a page with its header straddles two.
    private static IEnumerable<(int Start, int Length)> Surviving(DiskEvent write, Random? coin)
    {
        var at = 0;
        while (at < write.Data.Length)
        {
            var length = Math.Min(write.Data.Length - at, Block - (int)((write.Offset + at) % Block));
            var fate = coin?.Next(8) ?? 0; // 0-3 there, 4-5 gone, 6-7 torn
            if (fate < 4)
            {
                yield return (at, length);
            }

            for (var sector = 0; fate >= 6 && sector < length; sector += Sector)
            {
                if (coin!.Next(2) == 0) // a fate of 6 was thrown with it
                {
                    yield return (at + sector, Math.Min(Sector, length - sector));
                }
            }

            at += length;
        }
    }

    private sealed class Confirmed
    {
        private byte[] _bytes = [];

        public int Length { get; private set; }

        public Confirmed Copy() => new() { _bytes = _bytes.AsSpan(0, Length).ToArray(), Length = Length };

        public void Write(ReadOnlySpan<byte> data, int at)
        {
            if (at + data.Length > _bytes.Length)
            {
                Array.Resize(ref _bytes, Math.Max(at + data.Length, _bytes.Length * 2));
            }

            data.CopyTo(_bytes.AsSpan(at));
            Length = Math.Max(Length, at + data.Length);
        }

        public void Truncate(int length)
        {
            if (length > _bytes.Length)
            {
                Array.Resize(ref _bytes, length);
            }
            else if (length < Length)
            {
                Array.Clear(_bytes, length, Length - length);
            }

            Length = length;
        }

        public void WriteTo(string path)
        {
            using var file = File.Create(path);
            file.Write(_bytes, 0, Length);
        }
    }
}
