using System.Net.Http.Headers;
using System.Text;
using OfficerBot.Protocol.Activities;
using OfficerBot.Protocol.Authentication;
using OfficerBot.Protocol.Connector;

namespace OfficerBot.Benchmarks.ReportTurns;

/// <summary>
/// What a report turn is measured against, as a process of its own: it verifies the token with the same verifier, parses the activity with the same
/// reader, posts the same reply and answers. It understands nothing and keeps nothing, unless it is given a <see cref="LeastTurn"/>.
/// </summary>
internal static class BareEndpoint
{
    /// <summary>The word that makes this program the bare endpoint.</summary>
    public const string Command = "bare";

    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <summary>Serves until it is stopped.</summary>
    /// <param name="url">Where to listen.</param>
    /// <param name="channel">Scheme, host and port of the channel.</param>
    /// <param name="replyFile">The service's own reply, as it was posted.</param>
    /// <param name="least">What it does before it replies; null: nothing.</param>
    public static async Task RunAsync(string url, string channel, string replyFile, LeastTurn? least)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        builder.Services.AddMetrics();
#pragma warning disable RS0030 // tokens are valid by the machine's own time
        builder.Services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        builder.Services.AddChannelAuthentication(new AuthenticationSettings
        {
            AppId = ChannelKeys.App,
            Channel = new TokenIssuer(new Uri($"{channel}/openid"), [ChannelKeys.Issuer]),
            ServiceUrls = ServiceUrlPolicy.ForServices([$"{channel}/"]),
        });
        await using var app = builder.Build();
        var reply = Encoding.UTF8.GetBytes(await File.ReadAllTextAsync(replyFile));
        app.MapGet("/", () => Results.Text("ok"));
        app.MapPost("/api/messages", (HttpContext http, ChannelAuthenticator authenticator) => TakeAsync(http, authenticator, reply, least));
        await app.RunAsync();
    }

    private static async Task<IResult> TakeAsync(HttpContext http, ChannelAuthenticator authenticator, byte[] reply, LeastTurn? least)
    {
        if (await authenticator.AuthenticateAsync(http.Request.Headers.Authorization, http.RequestAborted) is not Authentication.Accepted { Caller: var caller })
        {
            return Results.StatusCode(401);
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var (activity, _) = ChannelReader.Read(body.GetBuffer().AsSpan(0, (int)body.Length));
        if (activity is null || caller.MayBring(activity) is not null)
        {
            return Results.StatusCode(403);
        }

        if (least is not null)
        {
            await least.TakeAsync(activity, http.RequestAborted);
        }

        using var post = new HttpRequestMessage(
            HttpMethod.Post,
            $"{activity.ServiceUrl!.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(activity.Conversation!.Id!)}/activities/{Uri.EscapeDataString(activity.Id!)}");
        post.Content = new ByteArrayContent(reply);
        post.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        post.Headers.Authorization = new AuthenticationHeaderValue("Bearer", FakeChannel.AccessToken);
        using var answer = await Http.SendAsync(post, http.RequestAborted);
        await answer.Content.ReadAsByteArrayAsync(http.RequestAborted);
        return Results.StatusCode((int)answer.StatusCode);
    }
}
