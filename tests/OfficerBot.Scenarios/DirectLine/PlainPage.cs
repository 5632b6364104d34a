using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OfficerBot.Scenarios.DirectLine;

/// <summary>Somebody else's web site with the official Web Chat on it, unchanged, at another origin than the service.</summary>
public sealed class PlainPage : IAsyncDisposable
{
    private const string Html = """
        <!doctype html><meta charset="utf-8"><div id="chat" style="height:600px"></div><script src="/webchat.js"></script><script>
        const { domain, token } = Object.fromEntries(new URLSearchParams(location.search));
        const store = WebChat.createStore();
        window.attached = () => store.getState().sendBoxAttachments.length;
        WebChat.renderWebChat({ directLine: WebChat.createDirectLine({ domain, token }), store, locale: 'en-US' }, document.getElementById('chat'));
        </script>
        """;

    private readonly WebApplication app;

    private PlainPage(WebApplication app) => this.app = app;

    public string Origin => app.Urls.First();

    public static async Task<PlainPage> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/", () => Results.Content(Html, "text/html; charset=utf-8"));
        app.MapGet("/webchat.js", () => Results.File(Path.Combine(AppContext.BaseDirectory, "wwwroot", "webchat", "webchat.js"), "text/javascript"));
        await app.StartAsync();
        return new PlainPage(app);
    }

    public string AddressFor(Uri service, string token) =>
        $"{Origin}/?domain={Uri.EscapeDataString(service + "v3/directline")}&token={token}";

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
