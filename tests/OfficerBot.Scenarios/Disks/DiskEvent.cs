using System.Text;
using System.Text.RegularExpressions;

namespace OfficerBot.Scenarios.Disks;

/// <summary>What happened to a file, as <c>disk.c</c> numbers it.</summary>
internal enum DiskChange
{
    /// <summary>Bytes were written at an offset.</summary>
    Write = 1,

    /// <summary>The file was made this long.</summary>
    Truncate = 2,

    /// <summary>The disk was asked to confirm the file, or, for a folder, the names in it.</summary>
    Sync = 3,

    /// <summary>The name was removed.</summary>
    Unlink = 4,

    /// <summary>The file got another name, which is the data.</summary>
    Rename = 5,

    /// <summary>Not a change: an HTTP answer of success left the process.</summary>
    Said = 6,
}

/// <summary>One line of the record.</summary>
/// <param name="Failed">The disk said no.</param>
/// <param name="Offset">Of a write; the new length of a truncation.</param>
internal sealed partial record DiskEvent(DiskChange Change, bool Failed, string Path, byte[] Data, long Offset)
{
    /// <summary>The id of the activity that an answer acknowledged; null for everything else.</summary>
    public string? Acknowledged => Change == DiskChange.Said && IdIn().Match(Encoding.UTF8.GetString(Data)) is { Success: true } id ? id.Groups[1].Value : null;

    /// <summary>Reads a record from its beginning; half an event at its end, left by a kill, is none.</summary>
    public static IEnumerable<DiskEvent> Read(string record)
    {
        using var file = new BinaryReader(new BufferedStream(File.OpenRead(record), 1 << 20));
        while (ReadOne(file) is { } one)
        {
            yield return one;
        }
    }

    private static DiskEvent? ReadOne(BinaryReader file)
    {
        try
        {
            var (change, failed, path, data) = (file.ReadInt32(), file.ReadInt32() != 0, file.ReadInt32(), file.ReadInt32());
            var offset = file.ReadInt64();
            var name = Encoding.UTF8.GetString(file.ReadBytes(path));
            var bytes = file.ReadBytes(data);
            return bytes.Length == data ? new((DiskChange)change, failed, name, bytes, offset) : null;
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    [GeneratedRegex("\"id\": ?\"([^\"]+)\"")]
    private static partial Regex IdIn();
}
