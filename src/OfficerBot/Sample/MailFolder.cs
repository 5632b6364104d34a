namespace OfficerBot.Sample;

/// <summary>The letters of the sample's mail folder. An id is a file name without its ending; anything that is no name of a letter there finds nothing.</summary>
/// <param name="folder">May not exist yet.</param>
internal sealed class MailFolder(string folder)
{
    private const string Ending = ".eml";

    /// <summary>Every letter, newest first by its own date, with its size.</summary>
    public IReadOnlyList<(string Id, ReadLetter Letter, long Bytes)> All() =>
        [.. Names().OrderDescending(StringComparer.Ordinal).Select(id => (Id: id, Raw: Raw(id))).Where(m => m.Raw is not null)
            .Select(m => (m.Id, ReadLetter.Of(m.Raw!), m.Raw!.LongLength))]; // filtered above

    /// <summary>The letter, or null.</summary>
    public ReadLetter? Find(string id) => Raw(id) is { } raw ? ReadLetter.Of(raw) : null;

    /// <summary>Its bytes, or null. Only names that a listing of the folder gives are opened, so no id can point elsewhere.</summary>
    public byte[]? Raw(string id)
    {
        try
        {
            return Names().Contains(id) ? File.ReadAllBytes(Path.Combine(folder, id + Ending)) : null;
        }
        catch (FileNotFoundException)
        {
            return null; // "start over" emptied the folder meanwhile
        }
    }

    private IEnumerable<string> Names() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*" + Ending).Select(path => Path.GetFileNameWithoutExtension(path))
        : [];
}
