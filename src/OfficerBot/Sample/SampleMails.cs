namespace OfficerBot.Sample;

/// <summary>stub</summary>
internal static class SampleMails
{
    public static void Map(RouteGroupBuilder sample, string folder) => sample.MapGet("/mails", () => Results.Ok(Directory.Exists(folder) ? Array.Empty<string>() : []));
}
