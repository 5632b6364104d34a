using System.Text;

namespace OfficerBot.Scenarios.Fuzz;

/// <summary>Uploads whose framing is wrong, or whose files are.</summary>
internal sealed class UploadInputs(FuzzWorld world)
{
    private static readonly string[] Names =
    [
        "a.png", "名单.csv", "../../etc/passwd", "C:\\x\\y.xlsx", "a\\\"b.png", "", "....", "CON", new string('长', 400) + ".csv", "a.png\u202egnp.exe", "=cmd|' /C calc'!A0.csv", "%00.png", "a;b=c.png", "a.csv.",
    ];

    private static readonly byte[][] Files =
    [
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60, 8, 2, 0, 0, 0], // 60,000 × 60,000
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], [0xFF, 0xD8, 0xFF, 0xE0, 0, 2], [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0xFF, 0xFF, 0xFF, 0xFF], "GIF89a"u8.ToArray(), "RIFF\0\0\0\0WEBP"u8.ToArray(),
        "%PDF-1.7"u8.ToArray(), "PK\u0003\u0004"u8.ToArray(), [0xFF, 0xFE], "一句话"u8.ToArray(), "单位,姓名\n白沙镇,某人"u8.ToArray(), "<svg onload=alert(1)>"u8.ToArray(), [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1], "a,b"u8.ToArray(),
    ];

    /// <summary>One of any sort.</summary>
    public FuzzInput Make(Chance chance, string id)
    {
        var boundary = chance.OneIn(10) ? chance.Of("", "x", new string('b', 71), "a b", "\"", "----", "=;") : "frame" + chance.Below(1000);
        var body = Body(boundary, chance, id);
        var isBytes = chance.OneIn(4);
        return Upload(chance, isBytes ? "framing and bytes" : "framing", isBytes ? ByteChanges.Apply(body, chance) : body, ContentType(boundary, chance));
    }

    /// <summary>An upload that carries this file, rightly framed.</summary>
    public FuzzInput With(byte[] file, string name, string how, Chance chance, string id)
    {
        using var body = new MemoryStream();
        Part(body, "frame", "name=\"activity\"; filename=\"blob\"", "application/vnd.microsoft.activity", Activity(id));
        Part(body, "frame", $"name=\"file\"; filename=\"{name}\"", "application/octet-stream", file);
        body.Write("--frame--\r\n"u8);
        return Upload(chance, how, body.ToArray(), "multipart/form-data; boundary=frame") with { Kind = "sheet" };
    }

    private FuzzInput Upload(Chance chance, string how, byte[] body, string contentType)
    {
        var seat = chance.Of(world.Seats);
        return new("upload", how, HttpMethod.Post, $"v3/directline/conversations/{seat.Conversation}/upload?userId={chance.Of("x", "", "%00", "%ED%A0%80")}", body,
            [("Authorization", "Bearer " + seat.Token), ("Content-Type", contentType)]);
    }

    private static byte[] Body(string boundary, Chance chance, string id)
    {
        using var body = new MemoryStream();
        for (var parts = chance.Of(0, 1, 2, 2, 2, 2, 3, 3, 12, 200); parts > 0; parts--)
        {
            var isActivity = chance.OneIn(3);
            Part(body, boundary, Disposition(chance, isActivity), isActivity ? "application/vnd.microsoft.activity" : chance.OneIn(20) ? new string('x', 20_000) : chance.Of("image/png", "text/csv", ""), isActivity ? Activity(id, chance) : chance.OneIn(10) ? chance.Of<byte[]>([], "MZ"u8.ToArray()) : chance.Of(Files), chance);
        }

        body.Write(Encoding.UTF8.GetBytes(chance.Of($"--{boundary}--\r\n", $"--{boundary}--\r\n", $"--{boundary}--\r\n", $"--{boundary}--\r\n", $"--{boundary}--\r\n", $"--{boundary}", "", $"\r\n--{boundary}--junk", $"--{boundary}\r\n")));
        return body.ToArray();
    }

    private static string Disposition(Chance chance, bool isActivity) => chance.Below(8) switch
    {
        0 => chance.Of("", "name", "name=", "filename*=utf-8''%ff%fe", "filename*=x", "name=\"file\"; filename=\"a\"; filename=\"b\""),
        1 => $"name=\"file\"; filename*=UTF-8''{Uri.EscapeDataString(chance.Of(Names))}",
        _ => $"name=\"{(isActivity ? "activity" : "file")}\"; filename=\"{chance.Of(Names)}\"",
    };

    private static void Part(MemoryStream body, string boundary, string disposition, string type, byte[] content, Chance? chance = null)
    {
        var line = chance?.OneIn(25) == true ? "\n" : "\r\n";
        var more = chance?.OneIn(25) == true ? string.Concat(Enumerable.Repeat($"X-A: b{line}", chance.Of(1, 20, 2_000))) : "";
        body.Write(Encoding.UTF8.GetBytes($"--{boundary}{line}Content-Disposition: form-data; {disposition}{line}Content-Type: {type}{line}{more}{line}"));
        body.Write(content);
        body.Write(Encoding.UTF8.GetBytes(line));
    }

    private static byte[] Activity(string id, Chance? chance = null)
    {
        var json = $$"""{"type":"message","text":"图","channelData":{"clientActivityID":"{{id}}"},"attachments":[{"contentType":"image/png","name":"a.png"}]}""";
        return Encoding.UTF8.GetBytes(chance?.OneIn(2) == true ? JsonChanges.Apply(json, chance) : json);
    }

    private static string ContentType(string boundary, Chance chance) => chance.OneIn(8)
        ? chance.Of("multipart/form-data", "multipart/form-data; boundary=other", "multipart/", "image/png", "text/csv", "", "multipart/form-data; boundary=\"" + new string('x', 300) + "\"")
        : $"multipart/form-data; boundary=\"{boundary}\"";
}
