namespace OfficerBot.Documents.Sheets;

/// <summary>Leaves the depths of a streaming reader; never passes TableReader. A stream inside an XmlReader has no other way to stop it.</summary>
internal sealed class RefusedFileException(ReadRefusal reason, int? row = null) : Exception
{
    public ReadRefusal Reason => reason;

    public int? Row => row;
}
