using OfficerBot.Clocks;

namespace OfficerBot.Sample;

/// <summary>The mail folder as the sample page lists and opens it.</summary>
internal static class SampleMails
{
    /// <summary>Maps <c>/mails/**</c>.</summary>
    public static void Map(RouteGroupBuilder sample, string folder)
    {
        var mails = new MailFolder(folder);
        sample.MapGet("/mails", () => Results.Ok(mails.All().Select(m => Listed(m.Id, m.Letter, m.Bytes))));
        sample.MapGet("/mails/{id}", (string id) => mails.Find(id) is { } letter ? Results.Ok(Opened(id, letter)) : Results.NotFound());
        sample.MapGet("/mails/{id}/raw", (string id) => mails.Raw(id) is { } raw ? Results.File(raw, "message/rfc822", $"{id}.eml") : Results.NotFound());
        sample.MapGet("/mails/{id}/attachments/{number:int}", (string id, int number) =>
            mails.Find(id)?.Attachments.ElementAtOrDefault(number) is { } file ? Results.File(file.Bytes, file.ContentType, file.Name) : Results.NotFound());
    }

    private static object Listed(string id, ReadLetter letter, long bytes) => new
    {
        id,
        at = letter.At is { } at ? OfficeTime.Write(at) : "",
        from = letter["From"],
        to = letter["To"],
        subject = letter["Subject"],
        attachments = letter.Attachments.Select(a => new { name = a.Name, bytes = a.Bytes.Length }),
        bytes,
    };

    private static object Opened(string id, ReadLetter letter) => new
    {
        headers = letter.Headers.Select(h => new[] { h.Name, h.Value }),
        text = letter.Text,
        attachments = letter.Attachments.Select((a, i) => new { name = a.Name, url = $"/sample/mails/{Uri.EscapeDataString(id)}/attachments/{i}" }),
    };
}
