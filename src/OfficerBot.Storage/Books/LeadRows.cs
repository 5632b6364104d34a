using NodaTime;
using OfficerBot.Domain.Leads;
using OfficerBot.Domain.Ledger;
using OfficerBot.Domain.People;
using OfficerBot.Domain.Roster;
using OfficerBot.Storage.Sql;

namespace OfficerBot.Storage.Books;

/// <summary>Leads. The row holds the present version; earlier ones are moved aside when it is amended.</summary>
internal sealed class LeadRows(GroupId group, Statements sql) : ILeadRows
{
    private static readonly Raw Columns = new(
        "id, filed_day, seq, unit_id, officer_id, filed_by, for_day, filed_at, title, text, category, version, status, pictures");

    // Only the time of filing has an index.
    private static readonly Duration Month = Duration.FromDays(31);

    public Lead Add(NewLead lead)
    {
        sql.Write($"""
            insert into lead_number (group_id, filed_day, last_seq) values ({group}, {lead.FiledOn}, 1)
            on conflict (group_id, filed_day) do update set last_seq = lead_number.last_seq + 1
            """);
        var sequence = sql.Number($"select last_seq from lead_number where group_id = {group} and filed_day = {lead.FiledOn}")!.Value; // just kept
        var id = sql.Insert($"""
            insert into lead (group_id, filed_day, seq, unit_id, officer_id, filed_by, for_day, filed_at, title, text, category, version, status, pictures,
                text_key, source_chat, source_message, item, changed_by, changed_at)
            values ({group}, {lead.FiledOn}, {sequence}, {lead.Unit}, {lead.Officer}, {lead.FiledBy}, {lead.ForDay}, {lead.FiledAt}, {lead.Title}, {lead.Text},
                {lead.Category}, 1, 0, 0, {TextKey.Of(group, lead.Unit, lead.Text)}, {lead.SourceChat}, {lead.SourceMessage}, {lead.Item},
                {lead.FiledBy}, {lead.FiledAt})
            """)!.Value; // an insert adds its row
        return new Lead(
            new(id), new(lead.FiledOn, (int)sequence), lead.Unit, lead.Officer, lead.FiledBy, lead.ForDay, lead.FiledAt.Stored(), lead.Title, lead.Text,
            lead.Category, 1, LeadStatus.Filed, 0);
    }

    public Lead Amend(Lead amended, PersonId by, Instant at)
    {
        sql.Write($"""
            insert into lead_version (lead_id, version, group_id, unit_id, title, text, category, status, by_person, at)
            select id, version, group_id, unit_id, title, text, category, status, changed_by, changed_at from lead
            where id = {amended.Id} and group_id = {group}
            """);
        var key = TextKey.Of(group, amended.Unit, amended.Text);
        var changed = sql.Write($"""
            update lead set unit_id = {amended.Unit}, officer_id = {amended.Officer}, for_day = {amended.ForDay}, title = {amended.Title},
                text = {amended.Text}, category = {amended.Category}, status = {amended.Status}, text_key = {key}, version = version + 1,
                changed_by = {by}, changed_at = {at}
            where id = {amended.Id} and group_id = {group}
            """);
        return changed == 1 ? Get(amended.Id) : throw Unknown(amended.Id);
    }

    public Lead? Find(LeadNumber number) =>
        sql.FirstOrNull($"select {Columns} from lead where group_id = {group} and filed_day = {number.Day} and seq = {number.Sequence}", Read);

    public Lead Get(LeadId id) => sql.FirstOrNull($"select {Columns} from lead where id = {id} and group_id = {group}", Read) ?? throw Unknown(id);

    public IReadOnlyList<Lead> Find(LeadQuery query)
    {
        var text = LeadSearch.Begin(Columns, group, query);
        text.AppendLiteral(" order by filed_day, seq limit ");
        text.AppendFormatted(query.Limit);
        return sql.List(text, Read);
    }

    public int Count(LeadQuery query) => (int)(sql.Number(LeadSearch.Begin(new Raw("count(*)"), group, query)) ?? 0);

    public IReadOnlyDictionary<UnitId, int> CountByUnit(LeadQuery query)
    {
        var text = LeadSearch.Begin(new Raw("unit_id, count(*)"), group, query);
        text.AppendLiteral(" group by unit_id");
        return sql.List(text, r => (Unit: new UnitId(r.GetInt64(0)), Count: r.Int(1))).ToDictionary(r => r.Unit, r => r.Count);
    }

    public IReadOnlyList<Lead> OfMessage(ChatId chat, string message) => sql.List(
        $"select {Columns} from lead where source_chat = {chat} and source_message = {message} and group_id = {group} order by item, id", Read);

    public LeadSource SourceOf(LeadId id) => sql.FirstOrNull(
        $"select source_chat, source_message, item from lead where id = {id} and group_id = {group}",
        r => new LeadSource(new(r.GetInt64(0)), r.IsNull(1) ? null : r.GetString(1), r.Int(2))) ?? throw Unknown(id);

    public Lead? WithSameText(UnitId unit, LocalDate forDay, string text)
    {
        var same = sql.List(
            $"""
            select {Columns} from lead
            where group_id = {group} and for_day = {forDay} and unit_id = {unit} and text_key = {TextKey.Of(group, unit, text)} and status = 0 order by id
            """,
            Read);
        var folded = TextKey.Fold(text);
        return same.Find(lead => TextKey.Fold(lead.Text) == folded);
    }

    public Lead? NewestBy(PersonId filedBy, Instant since) => sql.FirstOrNull(
        $"""
        select {Columns} from lead where filed_by = {filedBy} and filed_at >= {since} and status = 0 and group_id = {group}
        order by filed_at desc, id desc limit 1
        """,
        Read);

    public Lead? NewestWithdrawnBy(PersonId by, Instant since) => sql.FirstOrNull(
        $"""
        select {Columns} from lead
        where group_id = {group} and filed_at >= {since - Month} and status = 1 and changed_by = {by} and changed_at >= {since}
        order by changed_at desc, id desc limit 1
        """,
        Read);

    public IReadOnlyList<LeadVersion> Versions(LeadId id) => sql.List(
        $"""
        select version, unit_id, title, text, category, status, by_person, at from lead_version where lead_id = {id} and group_id = {group}
        union all
        select version, unit_id, title, text, category, status, changed_by, changed_at from lead where id = {id} and group_id = {group}
        order by 1
        """,
        r => new LeadVersion(id, r.Int(0), new(r.GetInt64(1)), r.GetString(2), r.GetString(3), r.Int(4), (LeadStatus)r.Int(5), new(r.GetInt64(6)), r.Instant(7)));

    public void AddPicture(LeadId lead, Picture picture, PersonId by, Instant at)
    {
        var added = sql.Write($"""
            insert into lead_picture (group_id, lead_id, sha256, content_type, name, size, by_person, at)
            values ({group}, {lead}, {picture.Sha256}, {picture.ContentType}, {picture.Name}, {picture.Bytes}, {by}, {at})
            on conflict (lead_id, sha256) do nothing
            """);
        if (added == 1)
        {
            sql.Write($"update lead set pictures = pictures + 1 where id = {lead}");
        }
    }

    public IReadOnlyList<Picture> Pictures(LeadId lead) => sql.List(
        $"select sha256, content_type, name, size from lead_picture where lead_id = {lead} and group_id = {group} order by id",
        r => new Picture(r.GetString(0), r.GetString(1), r.GetString(2), r.Int(3)));

    private static Lead Read(SqlRow row) => new(
        new(row.GetInt64(0)),
        new(row.Day(1), row.Int(2)),
        new(row.GetInt64(3)),
        row.LongOrNull(4) is { } officer ? new PersonId(officer) : null,
        new(row.GetInt64(5)),
        row.Day(6),
        row.Instant(7),
        row.GetString(8),
        row.GetString(9),
        row.Int(10),
        row.Int(11),
        (LeadStatus)row.Int(12),
        row.Int(13));

    private static KeyNotFoundException Unknown(LeadId id) => new($"No lead {id.Value} in this group.");
}
