using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage.Rows;

/// <summary>Which rows point to files. A new column that does belongs in both lists and in <see cref="UploadRows.KeepParts"/>, and needs an index.</summary>
public sealed class FileUse
{
    /// <summary>Keys of every file some row points to.</summary>
    internal const string PointedTo = "select sha256 from lead_picture union select sha256 from report_file union select sha256 from delivery"
        + " union select sha256 from report_edit where sha256 is not null union select sha256 from upload";

    private readonly Statements _sql;

    internal FileUse(Statements sql) => _sql = sql;

    /// <summary>True when any row points to it, also one that only hands it out.</summary>
    public bool IsPointedTo(string key) => _sql.Number($"""
        select exists (select 1 from upload where sha256 = {key}) or exists (select 1 from lead_picture where sha256 = {key})
            or exists (select 1 from report_file where sha256 = {key}) or exists (select 1 from delivery where sha256 = {key})
            or exists (select 1 from report_edit where sha256 = {key})
        """) == 1;
}
