using System.Net;
using NodaTime;
using OfficerBot.Clocks;
using OfficerBot.Storage;
using OfficerBot.Wiring;

namespace OfficerBot.Sample;

/// <summary>What the sample page asks for. Mapped in sample mode only, which listens on loopback only; a page of another site is refused.</summary>
internal static class SampleEndpoints
{
    private static readonly string[] Rooms = ["group", "private"];

    /// <summary>Maps <c>/sample/**</c>.</summary>
    public static void MapSample(this WebApplication app)
    {
        var sample = app.MapGroup("/sample").AddEndpointFilter(RefuseOtherSites).AddEndpointFilter(TellOfFullDisk);
        var room = app.Services.GetRequiredService<SampleRoom>();
        var clock = app.Services.GetRequiredService<SampleClock>();
        sample.MapGet("", () => Describe(app.Services, room, clock));
        sample.MapPost("/sit", (SitRequest? request, CancellationToken cancel) => SitAsync(room, request, cancel));
        sample.MapPost("/clock", (ClockRequest? request, CancellationToken cancel) => MoveAsync(clock, request, cancel));
        sample.MapPost("/restart", async (CancellationToken cancel) =>
        {
            await room.StartOverAsync(() => app.Services.GetRequiredService<GroupSetup>().BringNoticesAsync(cancel), cancel);
            await clock.KeepAsync(cancel);
            return Results.Ok(new { epoch = room.Epoch });
        });
        SampleMails.Map(sample, app.Services.GetRequiredService<Settings.OfficerBotSettings>().Mail.Folder);
    }

    private static IResult Describe(IServiceProvider services, SampleRoom room, SampleClock clock)
    {
        var notice = services.GetRequiredService<SqliteStore>().Read(s => s.Ledger(room.Group).Notice);
        return Results.Ok(new
        {
            group = notice.GroupName,
            now = OfficeTime.Write(clock.Now),
            zone = SampleClock.Zone.Id,
            people = room.People(),
            rooms = Rooms,
            epoch = room.Epoch,
        });
    }

    private static async Task<IResult> SitAsync(SampleRoom room, SitRequest? request, CancellationToken cancel)
    {
        if (!Rooms.Contains(request?.Room))
        {
            return Refused("BadRoom", "room is “group” or “private”.");
        }

        return room.Find(request!.Person) is { } person
            ? Results.Ok(await room.SitAsync(person, request.Room == Rooms[0], cancel))
            : Refused("BadPerson", "Nobody of the sample is called that; GET /sample lists everybody.");
    }

    private static async Task<IResult> MoveAsync(SampleClock clock, ClockRequest? request, CancellationToken cancel)
    {
        if (OfficeTime.Read(request?.To, clock.Now.Date) is not { } to)
        {
            return Refused("BadTime", "to is a local time such as 2020-09-16T11:12.");
        }

        return await clock.MoveAsync(to, cancel)
            ? Results.Ok(new { now = OfficeTime.Write(clock.Now) })
            : Refused("Backwards", $"It is {OfficeTime.Write(clock.Now)}; the office clock moves forwards only.");
    }

    private static ValueTask<object?> RefuseOtherSites(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var origin = request.Headers.Origin.ToString();
        return IsThisMachine(request.Host) && (origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}")
            ? next(context)
            : ValueTask.FromResult<object?>(Results.Json(Error("OtherSite", "Only the sample's own page may ask this."), statusCode: 403));
    }

    // Another site may point its own name here; then its page's origin equals the host it asks.
    private static bool IsThisMachine(HostString host) =>
        host.Host == "localhost" || (IPAddress.TryParse(host.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static async ValueTask<object?> TellOfFullDisk(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (StoreUnavailableException)
        {
            return Results.Json(Error("ServiceUnavailable", "Nothing can be stored at the moment."), statusCode: 503);
        }
    }

    private static IResult Refused(string code, string message) => Results.BadRequest(Error(code, message));

    private static object Error(string code, string message) => new { error = new { code, message } };

    private sealed record SitRequest(string? Person, string? Room);

    private sealed record ClockRequest(string? To);
}
