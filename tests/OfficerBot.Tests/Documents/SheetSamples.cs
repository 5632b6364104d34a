using NodaTime;
using OfficerBot.Documents.Sheets;

namespace OfficerBot.Tests.Documents;

/// <summary>Sheets as the office exports them, and what an enemy would type into them.</summary>
internal static class SheetSamples
{
    public static readonly Instant Created = Instant.FromUtc(2020, 9, 18, 8, 0);

    public static readonly string[] Payloads =
    [
        "=HYPERLINK(\"http://x.example.org\",\"点我\")", "-cmd|' /C calc'!A0", "@SUM(1+1)", "+86 19900001234", "\t=1+1", "\r=1+1", "＝1+1", "＋1", "－1", "＠a", " =1+1",
    ];

    public static Sheet Week() => new(
        "本周线索",
        "沅江市新闻线索明细表（2020年9月14日—18日）",
        [
            new("编号", ColumnKind.Text, 11), new("报送单位", ColumnKind.Text, 18), new("标　题", ColumnKind.Text, 42), new("类别", ColumnKind.Text, 12),
            new("报送时间", ColumnKind.Time, 18), new("报送人", ColumnKind.Text, 10), new("联系电话", ColumnKind.Phone, 15), new("图片（张）", ColumnKind.Number, 10),
        ],
        [
            Row("0914-01", "琼湖街道", "餐饮油烟专项检查现场整改6家", "边督边改", (14, 9, 12), "周晓燕", "19900001201", 2),
            Row("0914-02", "黄茅洲镇", "河道保洁第三轮清理，组织保洁员46人次，清理河道沿线垃圾12.5吨，群众满意度回访“满意”率97%", "夏季攻势", (14, 10, 3), "李　丹", "19900001202", 0),
            Row("0916-03", "胭脂湖街道", "秸秆禁烧巡查", "长效机制", (16, 8, 41), "欧阳建国", "0737-2700123", 1),
            Row("0916-05", "益阳市生态环境局沅江分局", "=夜市油烟问题办结", "典型案例", (16, 11, 5), "王　强", "19900001204", 3),
        ],
        "注：时间为北京时间；共4条。",
        "第 &P 页 共 &N 页");

    public static Workbook Book(params Sheet[] sheets) => new("沅江市委宣传部", Created, sheets);

    public static Sheet OfTexts(params string[] texts) =>
        new("表", "标题", [new("内容", ColumnKind.Text, 20), new("电话", ColumnKind.Phone, 16)], [.. texts.Select(text => (IReadOnlyList<CellValue?>)[CellValue.Of(text), CellValue.Of("013800138000")])]);

    private static List<CellValue?> Row(string number, string unit, string title, string kind, (int Day, int Hour, int Minute) at, string person, string phone, int pictures) =>
    [
        CellValue.Of(number), CellValue.Of(unit), CellValue.Of(title), CellValue.Of(kind), CellValue.Of(new LocalDateTime(2020, 9, at.Day, at.Hour, at.Minute)), CellValue.Of(person), CellValue.Of(phone),
        pictures == 0 ? null : CellValue.Of(pictures),
    ];
}
