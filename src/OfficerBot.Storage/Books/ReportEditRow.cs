using NodaTime;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Reports;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage.Books;

/// <summary>How an edit of a report lies in its row.</summary>
internal sealed record ReportEditRow(
    string Kind, LocalDate? LeadDay = null, int? LeadSequence = null, string? Words = null, string? Sha256 = null, string? ContentType = null, int? Size = null)
{
    public static readonly Raw Columns = new("kind, lead_day, lead_seq, words, sha256, content_type, size");

    public static ReportEditRow Of(ReportEdit edit) => edit switch
    {
        ReportEdit.Drop drop => new("drop", drop.Number.Day, drop.Number.Sequence),
        ReportEdit.Restore restore => new("restore", restore.Number.Day, restore.Number.Sequence),
        ReportEdit.Retitle retitle => new("retitle", retitle.Number.Day, retitle.Number.Sequence, retitle.Title),
        ReportEdit.Heading heading => new("heading", Words: heading.Title),
        ReportEdit.Paragraph paragraph => new("paragraph", Words: paragraph.Text),
        ReportEdit.AddPicture { Picture: var p } => new("picture", Words: p.Name, Sha256: p.Sha256, ContentType: p.ContentType, Size: p.Bytes),
        _ => throw new NotSupportedException($"No row form for {edit.GetType()}."),
    };

    public static ReportEdit Read(SqlRow row) => row.GetString(0) switch
    {
        "drop" => new ReportEdit.Drop(Number(row)),
        "restore" => new ReportEdit.Restore(Number(row)),
        "retitle" => new ReportEdit.Retitle(Number(row), row.GetString(3)),
        "heading" => new ReportEdit.Heading(row.GetString(3)),
        "paragraph" => new ReportEdit.Paragraph(row.GetString(3)),
        "picture" => new ReportEdit.AddPicture(new Picture(row.GetString(4), row.GetString(5), row.GetString(3), row.Int(6))),
        var kind => throw new NotSupportedException($"Unknown edit {kind}."),
    };

    private static LeadNumber Number(SqlRow row) => new(row.Day(1), row.Int(2));
}
