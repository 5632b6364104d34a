using NodaTime;
using OfficerBot.Domain.Roster;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage.Rows;

/// <summary>A file handed out by key.</summary>
/// <param name="Key">Unguessable: at least 128 random bits, made by the glue.</param>
/// <param name="Group">Whose it is; null when of no group.</param>
/// <param name="FileKey">Key of its bytes in the files.</param>
/// <param name="ExpiresAt">Machine time; null for never.</param>
public sealed record UploadRow(string Key, GroupId? Group, string Name, string ContentType, string FileKey, Instant? ExpiresAt);

/// <summary>Files handed out by an unguessable key.</summary>
public sealed class UploadRows
{
    private readonly Statements _sql;
    private readonly FileStore _files;

    internal UploadRows(Statements sql, FileStore files)
    {
        _sql = sql;
        _files = files;
    }

    /// <summary>Hands out a file already kept.</summary>
    public void Add(UploadRow upload) => _sql.Write($"""
        insert into upload (key, group_id, name, content_type, sha256, expires_at)
        values ({upload.Key}, {upload.Group?.Value ?? string.Empty}, {upload.Name}, {upload.ContentType}, {upload.FileKey}, {upload.ExpiresAt})
        """);

    /// <summary>Keeps the bytes and hands them out.</summary>
    public UploadRow Add(string key, GroupId? group, string name, string contentType, byte[] bytes, Instant? expiresAt)
    {
        var upload = new UploadRow(key, group, name, contentType, _files.Keep(bytes, contentType), expiresAt);
        Add(upload);
        return upload;
    }

    /// <summary>The file of a key; null when there is none, or when it has expired by now.</summary>
    public UploadRow? Find(string key, Instant now) => _sql.FirstOrNull(
        $"""
        select key, group_id, name, content_type, sha256, expires_at from upload where key = {key} and (expires_at is null or expires_at > {now})
        """,
        r => new UploadRow(
            r.GetString(0), r.GetString(1) is { Length: > 0 } group ? new GroupId(group) : null, r.GetString(2), r.GetString(3), r.GetString(4), r.InstantOrNull(5)));

    /// <summary>Files that expire soon and became part of a lead, a report or a letter are handed out for ever.</summary>
    /// <returns>How many.</returns>
    public int KeepParts(Instant soon) => _sql.Write($"""
        update upload set expires_at = null where expires_at <= {soon} and (
            exists (select 1 from lead_picture p where p.sha256 = upload.sha256) or exists (select 1 from report_file p where p.sha256 = upload.sha256)
            or exists (select 1 from delivery p where p.sha256 = upload.sha256) or exists (select 1 from report_edit p where p.sha256 = upload.sha256))
        """);

    /// <summary>Files that have expired are no longer handed out.</summary>
    /// <returns>How many.</returns>
    public int Expire(Instant now, int limit) =>
        _sql.Write($"delete from upload where key in (select key from upload where expires_at <= {now} limit {limit})");

    /// <summary>Its bytes.</summary>
    public byte[] Bytes(UploadRow upload) => _files.Get(upload.FileKey);
}
