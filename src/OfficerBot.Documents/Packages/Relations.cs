using System.Xml;

namespace OfficerBot.Documents.Packages;

/// <summary>The relationships of one part, numbered in the order they are asked for.</summary>
internal sealed class Relations
{
    private readonly List<(string Type, string Target, bool External)> rows = [];

    /// <summary>Returns the id, rId1 first.</summary>
    public string Add(string type, string target, bool external = false)
    {
        rows.Add((type, target, external));
        return "rId" + rows.Count;
    }

    public string AddOffice(string type, string target, bool external = false) => Add(OfficePackage.OfficeRelation + type, target, external);

    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("Relationships", "http://schemas.openxmlformats.org/package/2006/relationships");
        for (var i = 0; i < rows.Count; i++)
        {
            xml.WriteStartElement("Relationship");
            xml.WriteAttributeString("Id", "rId" + (i + 1));
            xml.WriteAttributeString("Type", rows[i].Type);
            xml.WriteAttributeString("Target", rows[i].Target);
            if (rows[i].External)
            {
                xml.WriteAttributeString("TargetMode", "External");
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
