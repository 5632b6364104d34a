using System.Xml;

namespace OfficerBot.Documents.Sheets;

/// <summary>
/// Reads what officers send as a table: .xlsx, .csv, .tsv, told apart by their bytes and not by their names. Bad or hostile input never
/// throws; it gives a <see cref="TableRefused"/> whose reason the caller words.
/// </summary>
public static class TableReader
{
    private static ReadOnlySpan<byte> Zip => "PK"u8;

    /// <summary>Old Excel, WPS .et and encrypted .xlsx are all this container.</summary>
    private static ReadOnlySpan<byte> Compound => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The name of a stream in an encrypted .xlsx: EncryptedPackage in UTF-16.</summary>
    private static ReadOnlySpan<byte> EncryptedPackage => "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8;

    /// <param name="fileName">Names the sheet of a CSV; its ending decides only between comma and tab.</param>
    public static ReadResult Read(byte[] file, string fileName)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            return file.Length switch
            {
                0 => new TableRefused(ReadRefusal.Empty),
                > SheetLimits.FileBytes => new TableRefused(ReadRefusal.TooBig),
                _ => Choose(file, fileName),
            };
        }
        catch (RefusedFileException refused)
        {
            return new TableRefused(refused.Reason, refused.Row);
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or IOException or NotSupportedException)
        {
            // The zip and XML readers say "damaged" only by throwing.
            return new TableRefused(ReadRefusal.Damaged);
        }
    }

    private static ReadResult Choose(byte[] file, string fileName)
    {
        ReadOnlySpan<byte> bytes = file;
        if (bytes.Length > 3 && bytes.StartsWith(Zip) && bytes[2] is 3 or 5 or 7)
        {
            return XlsxReader.Read(file);
        }

        if (bytes.StartsWith(Compound))
        {
            return new TableRefused(bytes.IndexOf(EncryptedPackage) >= 0 ? ReadRefusal.Encrypted : ReadRefusal.OldExcel);
        }

        return CsvReader.Read(file, fileName);
    }
}
