using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using OfficerBot.Conversation.Content;
using OfficerBot.Domain.Duties;
using OfficerBot.Domain.Notices;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Notices;

/// <summary>Reads the whole of a notice file.</summary>
internal sealed partial class NoticeReader(ICollection<Problem> problems)
{
    private static readonly string[] Known =
    [
        "group", "revision", "name", "title", "number", "issuer", "issued", "begins", "zone", "mailbox", "receipts", "quiet", "categories", "duties", "weekly", "papers", "events",
    ];

    private static readonly Dictionary<string, ReceiptPlace> ReceiptPlaces = new() { ["private"] = ReceiptPlace.Private, ["group"] = ReceiptPlace.Group };

    /// <summary>The notice; not to be used when there are problems.</summary>
    public Notice? Read(ContentNode top)
    {
        var fields = Fields.Of(top, problems, "A notice", Known);
        if (fields is null)
        {
            return null;
        }

        var quiet = Quiet(fields);
        var (mailbox, mailboxName) = Mailbox(fields);
        var duties = Duties(fields, new DutyReader(problems, quiet));
        return new(
            new(Group(fields)), Revision(fields), fields.Names("name", problems), Text(fields, "title", "The paper's title."),
            Text(fields, "number", "The paper's number (文号), for example 沅生环委办〔2020〕38号."), Text(fields, "issuer", "Who issued the paper."),
            fields.Day("issued", problems), fields.Day("begins", problems), Zone(fields), mailbox, mailboxName,
            fields.Choice("receipts", ReceiptPlaces, "Where the receipt of a lead said in the group goes.", problems),
            quiet.From, quiet.Until, Categories(fields), WithWeekly(duties, fields), Papers(fields)) { Events = Events(fields) };
    }

    private static string Text(Fields fields, string key, string hint) => fields.NeedText(key, hint)?.Text ?? "";

    private string Group(Fields fields)
    {
        var text = fields.NeedText("group", "A short id that never changes, for example yuanjiang-2020-38.");
        if (text is not null && !Id().IsMatch(text.Text))
        {
            problems.Add(text.Wrong("\"group:\" is a short id of small letters, digits and -, for example yuanjiang-2020-38."));
        }

        return text?.Text ?? "";
    }

    private int Revision(Fields fields)
    {
        var text = fields.NeedText("revision", "1, and one more with every change that is put in force.");
        if (text is not null && int.TryParse(text.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var revision) && revision > 0)
        {
            return revision;
        }

        if (text is not null)
        {
            problems.Add(text.Wrong("\"revision:\" is a whole number from 1."));
        }

        return 1;
    }

    private DateTimeZone Zone(Fields fields)
    {
        var text = fields.NeedText("zone", "The IANA time zone, for example Asia/Shanghai.");
        var zone = text is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(text.Text);
        if (text is not null && zone is null)
        {
            problems.Add(text.Wrong($"There is no time zone \"{text.Text}\".", Nearest.To(text.Text, DateTimeZoneProviders.Tzdb.Ids)));
        }

        return zone ?? DateTimeZone.Utc;
    }

    private (string Address, string Name) Mailbox(Fields fields)
    {
        const string Hint = "mailbox: { address: report@example.org, name: 宣传工作邮箱 }";
        var node = fields.Need("mailbox", Hint);
        var mailbox = node is null ? null : Fields.Of(node, problems, "\"mailbox:\"", "address", "name");
        var address = mailbox?.NeedText("address", Hint);
        if (address is not null && !Address().IsMatch(address.Text))
        {
            problems.Add(address.Wrong($"\"{address.Text}\" is no mail address."));
        }

        return (address?.Text ?? "", mailbox?.NeedText("name", Hint)?.Text ?? "");
    }

    private (LocalTime From, LocalTime Until) Quiet(Fields fields)
    {
        const string Hint = "Nothing is sent privately in these hours, for example 20:00-08:00.";
        var text = fields.NeedText("quiet", Hint);
        var parts = text?.Text.Split('-', '—', '至') ?? [];
        if (text is null || parts.Length != 2)
        {
            problems.Add((text ?? fields.Place).Wrong($"\"quiet:\" is from-until. {Hint}"));
            return default;
        }

        return (NoticeFields.TimeOf(text, parts[0], problems), NoticeFields.TimeOf(text, parts[1], problems));
    }

    private List<Category> Categories(Fields fields)
    {
        if (fields.Need("categories", "Each with its number: 1: { name: …, heading: …, words: […] }") is not ContentMap map)
        {
            return [];
        }

        return [.. map.Entries.Select((e, i) => Category(e, i + 1)).OfType<Category>()];
    }

    private Category? Category(ContentEntry entry, int expected)
    {
        if (entry.Key.Text != expected.ToString(CultureInfo.InvariantCulture))
        {
            problems.Add(entry.Key.Wrong($"Categories are numbered 1, 2, 3 … in order; {expected} belongs here."));
        }

        var fields = Fields.Of(entry.Value, problems, "A category", "name", "heading", "words");
        return fields is null
            ? null
            : new(expected, fields.Names("name", problems), Text(fields, "heading", "As papers print it."), [.. fields.Texts("words", "Words that point to it.").Select(w => w.Text)]);
    }

    /// <summary>events: { 进驻: 2020-09-08 } or a day to a day; may be left out.</summary>
    private Dictionary<string, NoticeEvent> Events(Fields fields)
    {
        const string Hint = "events: { 进驻: 2020-09-08 }, or from a day to a day: 2020-09-08/2020-09-30.";
        var events = new Dictionary<string, NoticeEvent>();
        if (fields.Find("events") is not { } node)
        {
            return events;
        }

        if (node is not ContentMap map)
        {
            problems.Add(node.Wrong($"\"events:\" are names with their days. {Hint}"));
            return events;
        }

        foreach (var (key, value) in map.Entries.Select(e => (e.Key, e.Value)))
        {
            var days = value is ContentText text ? text.Text.Split('/').Select(d => LocalDatePattern.Iso.Parse(d.Trim())).ToArray() : [];
            if (days is not ([{ Success: true }] or [{ Success: true }, { Success: true }]) || (days.Length == 2 && days[1].Value < days[0].Value))
            {
                problems.Add(value.Wrong($"\"{key.Text}:\" is no day. {Hint}"));
                continue;
            }

            events[key.Text] = new(days[0].Value, days.Length == 2 ? days[1].Value : null);
        }

        return events;
    }

    private static List<Duty> Duties(Fields fields, DutyReader reader)
    {
        if (fields.Need("duties", "Each with its id: mwf-report: { units: …, when: …, holidays: … }") is not ContentMap map)
        {
            return [];
        }

        return [.. map.Entries.Select(reader.Read).OfType<Duty>()];
    }

    /// <summary>The weekly report hangs on the lead duty as a rung of its own, for it is made from leads.</summary>
    private List<Duty> WithWeekly(List<Duty> duties, Fields fields)
    {
        if (fields.Find("weekly") is not { } node || Fields.Of(node, problems, "\"weekly:\"", "at") is not { } weekly)
        {
            return duties;
        }

        var at = weekly.NeedText("at", "When it is compiled on the last working day of the week, for example 16:00.");
        var index = Math.Max(0, duties.FindIndex(d => d.Evidence == Evidence.Lead));
        if (at is not null && duties.Count > 0)
        {
            var rung = new Rung("weekly", RungAct.WeeklyReport, 0, NoticeFields.TimeOf(at, problems), DutyReader.AlwaysWorthIt);
            duties[index] = duties[index] with { Ladder = [rung, .. duties[index].Ladder] };
        }

        return duties;
    }

    private PaperWording Papers(Fields fields)
    {
        const string Hint = "papers: { issuer, situation, weekly, mark, to, copy }";
        var node = fields.Need("papers", Hint);
        var papers = node is null ? null : Fields.Of(node, problems, "\"papers:\"", "issuer", "situation", "weekly", "mark", "to", "copy", "phrases");
        return papers is null
            ? new("", "", "", "", "", "")
            : new(
                Text(papers, "issuer", Hint), Text(papers, "situation", Hint), Text(papers, "weekly", Hint), Text(papers, "mark", Hint), Text(papers, "to", Hint),
                papers.Text("copy", "Leave it out for none.")?.Text ?? "") { Phrases = Phrases(papers) };
    }

    private PaperPhrases Phrases(Fields papers)
    {
        if (papers.Need("phrases", "The sentences of papers and mails, each with its key.") is not ContentMap map)
        {
            return PaperPhrases.None;
        }

        var phrases = map.Entries.Where(e => e.Value is ContentText).ToDictionary(e => e.Key.Text, e => ((ContentText)e.Value).Text);
        foreach (var problem in PaperPhrases.Problems(phrases))
        {
            var line = map.Entries.FirstOrDefault(e => problem.Contains($"\"{e.Key.Text}\"", StringComparison.Ordinal))?.Value ?? map;
            problems.Add(line.Wrong(problem));
        }

        return new(phrases);
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]*$")]
    private static partial Regex Id();

    [GeneratedRegex("^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$")]
    private static partial Regex Address();
}
