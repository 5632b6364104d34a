using System.Buffers.Binary;
using System.IO.Compression;
using NodaTime;
using OfficerBot.Documents.Papers;

namespace OfficerBot.Tests.Documents;

/// <summary>Papers as the office would send them; people and figures are invented.</summary>
internal static class Samples
{
    public static readonly PaperProperties Properties = new("沅江市委宣传部", Instant.FromUtc(2020, 9, 16, 3, 42, 10));

    public static readonly Masthead Masthead = new("内部资料　注意保存", "宣传工作情况", "第2期（总第26期）", "沅江市委宣传部", "2020年9月16日");

    public static Paper Report(PictureFile? picture = null) => new(
        Masthead,
        "关于配合省生态环境保护督察“回头看”宣传工作的情况报告",
        "（2020年9月14日12时—9月16日12时）",
        [
            new Paragraph("9月14日12时至16日12时，本单位共收到新闻线索9条，其中边督边改4条、夏季攻势3条、典型案例2条；已编审采用5条，采用率55.6%。按时报送单位11家，缺报1家。"),
            new Heading(1, "一、总体情况"),
            new Heading(2, "（一）各单位报送情况"),
            Table(),
            new Note("注：按时指9月16日12时前登记；缺报单位已电话提醒。"),
            new Heading(1, "二、线索明细"),
            new ItemList(
            [
                new Item("0916-03", "黄茅洲镇完成河道保洁第三轮清理", "组织保洁员46人次，清理河道沿线垃圾12.5吨，群众满意度回访“满意”率97%。"),
                new Item("0916-05", "琼湖街道开展餐饮油烟专项检查", "检查餐饮单位38家，现场整改6家，限期整改2家；市民李某某投诉的夜市油烟问题已于9月15日办结。"),
                new Item("0916-08", "胭脂湖街道秸秆禁烧巡查", ""),
            ]),
            .. picture is null ? Array.Empty<Block>() : [new Picture(picture, "图1　黄茅洲镇河道保洁现场", "保洁员在河道边装运垃圾的照片")],
            new Heading(1, "三、下步打算"),
            new Paragraph("一是继续围绕省级督察组交办件开展跟踪采访；二是督促缺报单位于17日12时前补报；三是国庆、中秋假期（10月1日至8日）照常报送。"),
        ],
        new AttachmentList("附件：", ["新闻线索明细表（2020年9月14日—16日）", "媒体采用稿件清单"]),
        new Closing(["报：省生态环境保护督察“回头看”宣传工作组，市生态环境保护委员会领导。", "送：市委网信办、市融媒体中心、益阳市生态环境局沅江分局。"], "沅江市委宣传部办公室", "2020年9月16日印发"),
        Properties);

    public static Table Table() => new(
        "表1　各单位报送情况",
        [new("序号", 2), new("单　位", 8, CellAlignment.Left), new("线索（条）", 4), new("采用（篇）", 4), new("状　态", 5)],
        [
            TableRow.Of("1", "琼湖街道", "3", "2", "按时"),
            TableRow.Of("2", "黄茅洲镇", "2", "1", "按时"),
            TableRow.Of("3", "胭脂湖街道", "2", "1", "按时"),
            TableRow.Of("4", "益阳市生态环境局沅江分局", "2", "1", "按时"),
            TableRow.Of("5", "草尾镇", "0", "0", "缺报"),
        ],
        TableRow.Of("", "合　计", "9", "5", ""));

    public static Paper Bare(params Block[] blocks) => new(Masthead, "情况报告", null, blocks, null, null, Properties);

    /// <summary>A grey gradient that fills the given size.</summary>
    public static byte[] Png(int width, int height)
    {
        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        Chunk(png, "IHDR"u8, header);
        Chunk(png, "IDAT"u8, Deflate(width, height));
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Deflate(int width, int height)
    {
        using var buffer = new MemoryStream();
        using (var zlib = new ZLibStream(buffer, CompressionLevel.Fastest))
        {
            var row = new byte[width + 1];
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    row[x + 1] = (byte)(90 + 130 * (x + y) / (width + height));
                }

                zlib.Write(row);
            }
        }

        return buffer.ToArray();
    }

    private static void Chunk(Stream png, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> bytes)
    {
        Span<byte> word = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(word, bytes.Length);
        png.Write(word);
        byte[] body = [.. kind, .. bytes];
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(word, Crc(body));
        png.Write(word);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
