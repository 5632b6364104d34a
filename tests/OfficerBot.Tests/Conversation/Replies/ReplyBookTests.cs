using NodaTime;
using OfficerBot.Conversation.Content;
using OfficerBot.Conversation.Replies;
using OfficerBot.Tests.Conversation.Content;

namespace OfficerBot.Tests.Conversation.Replies;

public sealed class ReplyBookTests : IDisposable
{
    private const string Contract = """
        replies:
          noon_card:
            meaning: Who is in and who is not.
            card: true
            buttons: [missing, note]
            values:
              day: date = 2020-09-16
              due: moment = 2020-09-16 12:00
              left: span = 48m
              count: number = 1
              missing: namelist = 白沙镇、双桥镇 | Baisha Town, Shuangqiao Town
              rows: lines = noon_row, noon_row
              note: words = 一、二
              extra: reply = noon_row
          noon_row:
            meaning: One unit.
            values:
              unit: names = 白沙镇 | Baisha Town
              at: time = 09:40
        """;

    private const string Zh = """
        replies:
          noon_card:
            text: |
              {day} 截至{due:time}，还剩{left}，未报{count}家：{missing}
              {rows}
              {extra}
              {note}
            card:
              title: "{day:short}"
              rows:
                - "{rows}"
                - {label: 截止, value: "{due}"}
          noon_row:
            text: "{unit} ✓{at}"
            row: {label: "{unit}", value: 已报, mark: "✓{at}"}
        """;

    private const string En = """
        replies:
          noon_card:
            text: |
              {day} until {due:time}, {left} left, {count:# unit is|# units are} missing: {missing}
              {rows:inline}
              {extra}
              {note}
            card:
              title: "{day:full}"
              rows:
                - "{rows}"
                - {label: Due, value: "{due}"}
          noon_row:
            text: "{unit} ✓{at}"
            row: {label: "{unit}", value: in, mark: "✓{at}"}
        """;

    private readonly ContentFolder _folder = new(Contract, Zh, En);

    [Fact]
    public void A_reply_is_worded_in_each_language_from_one_record()
    {
        var book = Book();
        book.Render(Card(1), "zh").Text.Should().Be("9月16日（周三） 截至12:00，还剩48分钟，未报1家：白沙镇、双桥镇和芦苇场\n宣传部 ✓09:40\n融媒体 ✓11:05\n一和二");
        book.Render(Card(2), "en").Text.Should().Be(
            "Wed 16 Sep until 12:00, 48 minutes left, 2 units are missing: Baisha Town, Shuangqiao Town and 芦苇场\n"
            + "Publicity ✓09:40 and Media ✓11:05\n一 and 二");
    }

    [Fact]
    public void A_card_repeats_a_row_for_each_line()
    {
        var card = Book().Render(Card(1), "zh").Card!; // The contract says it is a card.
        card.Title.Should().Be("9月16日");
        card.Rows.Should().Equal(new CardRow("宣传部", "已报", "✓09:40"), new CardRow("融媒体", "已报", "✓11:05"), new CardRow("截止", "9月16日 12:00", ""));
    }

    [Fact]
    public void A_button_named_like_a_list_repeats_for_each_part() =>
        Book().Render(Card(1), "en").Buttons.Should().Equal(
            new Button("missing-1", "Baisha Town"), new Button("missing-2", "Shuangqiao Town"), new Button("missing-3", "芦苇场"),
            new Button("note-1", "一"), new Button("note-2", "二"));

    [Fact]
    public void A_language_the_bot_does_not_speak_gets_chinese() => Book().Render(Row("宣传部", "Publicity", 9, 40), "fr").Text.Should().Be("宣传部 ✓09:40");

    [Fact]
    public void Values_are_kept_under_their_contract_names() =>
        ReplyValues.ToJson(Card(1)).Should().Be(
            """{"day":"2020-09-16","due":"2020-09-16 12:00","left":"48m","count":1,"missing":[{"zh":"白沙镇","en":"Baisha Town"},"""
            + """{"zh":"双桥镇","en":"Shuangqiao Town"},{"zh":"芦苇场","en":""}],"rows":[{"reply":"noon_row","unit":{"zh":"宣传部","en":"Publicity"},"""
            + """ "at":"09:40"},{"reply":"noon_row","unit":{"zh":"融媒体","en":"Media"},"at":"11:05"}],"note":["一","二"],"extra":null}""".Replace(" \"at", "\"at"));

    [Fact]
    public void One_of_several_wordings_is_always_the_same_for_the_same_values()
    {
        using var folder = new ContentFolder(
            "replies:\n  noon_row:\n    meaning: x\n    values:\n      unit: names = 甲 | a\n      at: time = 09:40",
            "replies:\n  noon_row: ['一{unit}{at}', '二{unit}{at}', '三{unit}{at}']",
            "replies:\n  noon_row: '{unit} {at}'");
        var book = folder.Load().BookOrThrow();
        string Said(int minute) => book.Render(Row("甲", "a", 9, minute), "zh").Text;
        Enumerable.Range(0, 60).Select(Said).Should().Equal(Enumerable.Range(0, 60).Select(Said));
        Enumerable.Range(0, 60).Select(m => Said(m)[0]).Distinct().Should().HaveCount(3);
    }

    [Theory]
    [InlineData("白沙镇", "已撤回白沙镇。09:40现有。")]
    [InlineData("白沙镇清理…", "已撤回白沙镇清理…09:40现有。")]
    public void A_sentence_that_ends_with_a_cut_title_takes_no_full_stop(string title, string said)
    {
        using var folder = new ContentFolder(
            "replies:\n  noon_row:\n    meaning: x\n    values:\n      unit: names = 甲 | a\n      at: time = 09:40",
            "replies:\n  noon_row: '已撤回{unit}。{at}现有。'",
            "replies:\n  noon_row: '{unit} {at}'");
        folder.Load().BookOrThrow().Render(Row(title, "a", 9, 40), "zh").Text.Should().Be(said);
    }

    [Theory]
    [InlineData("number", "\"number\" of \"noon_row\"")]
    [InlineData("text", "\"at\" of \"noon_row\" is Text here and LocalTime in the record.")]
    public void A_record_that_differs_from_its_contract_is_told(string kind, string problem)
    {
        var value = kind == "text" ? "at: text = x" : "number: number = 1\n      at: time = 09:40";
        using var folder = new ContentFolder(
            $"replies:\n  noon_row:\n    meaning: x\n    values:\n      unit: names = 甲 | a\n      {value}", "replies: {}", "replies: {}");
        var problems = RecordCheck.Compare(folder.Load().Book, [typeof(NoonRow)]).Select(p => p.ToString());
        problems.Should().ContainSingle().Which.Should().Contain(kind == "text" ? problem : "has no value \"number\"");
    }

    public void Dispose() => _folder.Dispose();

    private ReplyBook Book() => _folder.Load().BookOrThrow();

    private static NoonCard Card(int count) => new(
        new(2020, 9, 16), new(2020, 9, 16, 12, 0), Duration.FromMinutes(48), count,
        [Names("白沙镇", "Baisha Town"), Names("双桥镇", "Shuangqiao Town"), Names("芦苇场", "")],
        [Row("宣传部", "Publicity", 9, 40), Row("融媒体", "Media", 11, 5)], ["一", "二"], null);

    private static NoonRow Row(string zh, string en, int hour, int minute) => new(Names(zh, en), new(hour, minute));

    private static Dictionary<string, string> Names(string zh, string en) => new() { ["zh"] = zh, ["en"] = en };

    private sealed record NoonCard(
        LocalDate Day, LocalDateTime Due, Duration Left, int Count, IReadOnlyList<IReadOnlyDictionary<string, string>> Missing,
        IReadOnlyList<Reply> Rows, IReadOnlyList<string> Note, Reply? Extra) : Reply;

    private sealed record NoonRow(IReadOnlyDictionary<string, string> Unit, LocalTime At) : Reply;
}
