using OfficerBot.Documents.Packages;

namespace OfficerBot.Documents.Papers;

/// <summary>Pictures and links found while the body is written.</summary>
internal sealed class DocxResources(OfficePackage package, Relations relations)
{
    private int pictures;

    /// <summary>Returns the number of the picture in the paper, 1 first, and its relationship id.</summary>
    public (int Number, string Id) AddPicture(PictureFile file)
    {
        var name = $"media/image{++pictures}.{file.Extension}";
        package.Add("word/" + name, file.ContentType, file.Bytes.ToArray());
        return (pictures, relations.AddOffice("image", name));
    }

    /// <summary>Null for whatever is not an absolute http or https address: a javascript: or file: link must stay text.</summary>
    public string? AddLink(Uri? link) =>
        link is { IsAbsoluteUri: true, Scheme: "http" or "https" } ? relations.AddOffice("hyperlink", link.AbsoluteUri, external: true) : null;
}
