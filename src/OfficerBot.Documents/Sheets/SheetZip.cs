using System.IO.Compression;
using System.Xml;

namespace OfficerBot.Documents.Sheets;

/// <summary>The parts of an .xlsx by path, and the relationships between them. Nothing outside the file is ever followed.</summary>
internal sealed class SheetZip
{
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly CountedStream.Budget budget = new();

    public SheetZip(ZipArchive zip)
    {
        if (zip.Entries.Count > SheetLimits.Parts)
        {
            throw new RefusedFileException(ReadRefusal.TooManyParts);
        }

        foreach (var entry in zip.Entries)
        {
            entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
    }

    public bool Has(string path) => entries.ContainsKey(path);

    public XmlReader Open(string path) => entries.TryGetValue(path, out var entry)
        ? SheetXml.Open(new CountedStream(entry.Open(), budget))
        : throw new RefusedFileException(ReadRefusal.Damaged);

    /// <summary>Id, last word of the type, and path of the target, of the part at <paramref name="path"/>; the package itself is "".</summary>
    public IReadOnlyList<(string Id, string Kind, string Target)> Relations(string path)
    {
        var folder = path[..(path.LastIndexOf('/') + 1)];
        var own = folder + "_rels/" + path[folder.Length..] + ".rels";
        var relations = new List<(string, string, string)>();
        if (!Has(own))
        {
            return relations;
        }

        using var xml = Open(own);
        foreach (var name in SheetXml.Elements(xml))
        {
            if (name == "Relationship" && xml.GetAttribute("TargetMode") != "External")
            {
                var kind = xml.GetAttribute("Type") ?? "";
                relations.Add((xml.GetAttribute("Id") ?? "", kind[(kind.LastIndexOf('/') + 1)..], Resolve(folder, xml.GetAttribute("Target") ?? "")));
            }
        }

        return relations;
    }

    /// <summary>Against the folder of the part, or from the root when it starts with a slash.</summary>
    private static string Resolve(string folder, string target)
    {
        var steps = new Stack<string>(target.StartsWith('/') ? [] : folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..")
            {
                steps.TryPop(out _);
            }
            else if (step != ".")
            {
                steps.Push(step);
            }
        }

        return string.Join('/', steps.Reverse());
    }
}
