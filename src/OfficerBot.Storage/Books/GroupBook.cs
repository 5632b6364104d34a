using OfficerBot.Domain.Notices;
using OfficerBot.Domain.Roster;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage.Books;

/// <summary>Notice and roster of one group as this connection last read or wrote them.</summary>
internal sealed class GroupBook(GroupId group, Statements sql, Func<string, int, Notice> readNotice)
{
    private bool _isChecked;
    private long _noticeRevision;
    private long _rosterRevision;
    private Notice? _notice;
    private List<Unit>? _units;
    private List<Person>? _people;
    private RosterBook? _roster;

    /// <summary>The newest notice; throws when the group has none.</summary>
    public Notice Notice
    {
        get
        {
            Check();
            return _notice ??= readNotice(NoticeText(), (int)_noticeRevision);
        }
    }

    /// <summary>The roster with every change made on this connection.</summary>
    public RosterBook Roster
    {
        get
        {
            Check();
            Load();
            return _roster ??= new RosterBook(_rosterRevision, [.. _units!], InOrder());
        }
    }

    public void Forget()
    {
        Recheck();
        _notice = null;
        ForgetRoster();
    }

    public void Recheck() => _isChecked = false;

    /// <summary>Changes what is in memory as the database was just changed, instead of reading it all again: an import changes hundreds of entries.</summary>
    public void Change(long revision, Action<List<Unit>, List<Person>> change)
    {
        Check();
        Load();
        change(_units!, _people!); // Load has set them
        _rosterRevision = revision;
        _roster = null;
    }

    private void Check()
    {
        if (_isChecked)
        {
            return;
        }

        sql.First($"select notice_revision, roster_revision from work_group where group_id = {group}", r => (r.GetInt64(0), r.GetInt64(1)), out var stored);
        if (stored.Item1 != _noticeRevision)
        {
            (_noticeRevision, _notice) = (stored.Item1, null);
        }

        if (stored.Item2 != _rosterRevision)
        {
            _rosterRevision = stored.Item2;
            ForgetRoster();
        }

        _isChecked = true;
    }

    private void ForgetRoster() => (_units, _people, _roster) = (null, null, null);

    private string NoticeText() =>
        sql.FirstOrNull($"select yaml from notice_revision where group_id = {group} and revision = {_noticeRevision}", r => r.GetString(0))
        ?? throw new InvalidOperationException($"The group {group} has no notice.");

    private void Load()
    {
        if (_units is not null)
        {
            return;
        }

        _units = sql.List($"select id, name, kind, aliases, english_names from unit where group_id = {group} and removed_at is null order by id", ReadUnit);
        _people = sql.List(
            $"select id, unit_id, name, title, phone, english_name, roles from person where group_id = {group} and removed_at is null order by id", ReadPerson);
    }

    /// <summary>Unit by unit, as the roster is printed.</summary>
    private List<Person> InOrder()
    {
        var places = _units!.Select((unit, place) => (unit.Id, place)).ToDictionary(p => p.Id, p => p.place); // Load has set them
        return [.. _people!.OrderBy(p => places[p.Unit]).ThenBy(p => p.Id.Value)];
    }

    private static Unit ReadUnit(SqlRow row) =>
        new(new(row.GetInt64(0)), row.GetString(1), row.GetString(2), Lines.Split(row.GetString(3)), Lines.Split(row.GetString(4)));

    private static Person ReadPerson(SqlRow row) =>
        new(new(row.GetInt64(0)), new(row.GetInt64(1)), row.GetString(2), row.GetString(3), row.TextOrNull(4), row.TextOrNull(5), (Roles)row.Int(6));
}
