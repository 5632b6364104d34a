using NodaTime;
using OfficerBot.Domain.Roster;
using OfficerBot.Storage.Books;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage.Rows;

/// <summary>Notices as numbered revisions of their YAML text.</summary>
public sealed class NoticeRows
{
    private readonly Statements _sql;
    private readonly BookShelf _books;

    internal NoticeRows(Statements sql, BookShelf books)
    {
        _sql = sql;
        _books = books;
    }

    /// <summary>Stores a text as the group's newest revision and gives its number; the text in force already keeps its number.</summary>
    public int Store(GroupId group, string yaml, Instant at)
    {
        if (Current(group) is { } current && current.Yaml == yaml)
        {
            return current.Revision;
        }

        var revision = _sql.WriteReturning($"""
            insert into work_group (group_id, notice_revision, roster_revision) values ({group}, 1, 0)
            on conflict (group_id) do update set notice_revision = work_group.notice_revision + 1 returning notice_revision
            """)!.Value; // an upsert always returns its row
        _sql.Write($"insert into notice_revision (group_id, revision, yaml, stored_at) values ({group}, {revision}, {yaml}, {at})");
        _books.Of(group).Recheck();
        return (int)revision;
    }

    /// <summary>The newest revision of a group, or null.</summary>
    public NoticeText? Current(GroupId group) => _sql.FirstOrNull(
        $"""
        select n.revision, n.yaml from work_group g join notice_revision n on n.group_id = g.group_id and n.revision = g.notice_revision
        where g.group_id = {group}
        """,
        r => new NoticeText(r.Int(0), r.GetString(1)));

    /// <summary>Every group that has a notice.</summary>
    public IReadOnlyList<GroupId> Groups() =>
        _sql.List($"select group_id from work_group where notice_revision > 0 order by group_id", r => new GroupId(r.GetString(0)));
}

/// <summary>One revision of a notice as its YAML text.</summary>
public sealed record NoticeText(int Revision, string Yaml);
