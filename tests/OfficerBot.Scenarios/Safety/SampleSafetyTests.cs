using System.Net;
using OfficerBot.Scenarios.Office;
using OfficerBot.Wiring;

namespace OfficerBot.Scenarios.Safety;

/// <summary>Sample mode lets anybody be anybody, so it is there on this machine only, for its own page only, and never beside real settings.</summary>
public sealed class SampleSafetyTests : IDisposable
{
    private static readonly (string Method, string Path)[] Sample =
        [("GET", "sample"), ("GET", "sample/mails"), ("POST", "sample/sit"), ("POST", "sample/clock"), ("POST", "sample/restart")];

    private readonly HttpClient _http = new();

    private readonly string _folder = Directory.CreateTempSubdirectory("officerbot-safety-").FullName;

    private string Database => Path.Combine(_folder, "officerbot.db");

    public void Dispose()
    {
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Outside_sample_mode_there_are_pages_and_health_and_no_sample()
    {
        string[] settings = ["--Urls", "http://127.0.0.1:0", "--Storage:Path", Database, "--Mail:Folder", Path.Combine(_folder, "mail"), "--Sample:Enabled", "false"];
        var (app, problems) = await Service.BuildAsync(settings, s => s.AddLogging(l => l.ClearProviders()), CancellationToken.None);
        problems.Should().BeEmpty();
        await using (app)
        {
            await app!.StartAsync(); // without problems there is one
            var root = new Uri(app.Urls.First());
            (await StatusAsync("GET", root, "/")).Should().Be(HttpStatusCode.OK);
            (await StatusAsync("GET", root, "/healthz")).Should().Be(HttpStatusCode.OK);
            foreach (var (method, path) in Sample)
            {
                (await StatusAsync(method, root, path)).Should().Be(HttpStatusCode.NotFound, path);
            }

            await app.StopAsync();
        }
    }

    [Fact]
    public async Task In_sample_mode_another_sites_page_and_another_name_of_this_host_are_refused()
    {
        await using var office = await OfficeUnderTest.OpenAsync();

        (await StatusAsync("GET", office.Root, "/")).Should().Be(HttpStatusCode.OK);
        (await StatusAsync("GET", office.Root, "/healthz")).Should().Be(HttpStatusCode.OK);
        (await StatusAsync("GET", office.Root, "sample", office.Root.GetLeftPart(UriPartial.Authority))).Should().Be(HttpStatusCode.OK);
        foreach (var (method, path) in Sample)
        {
            (await StatusAsync(method, office.Root, path, "https://other.example")).Should().Be(HttpStatusCode.Forbidden, path);
            (await StatusAsync(method, office.Root, path, "null")).Should().Be(HttpStatusCode.Forbidden, path);
            (await StatusAsync(method, office.Root, path, host: "other.example")).Should().Be(HttpStatusCode.Forbidden, path);
        }
    }

    [Theory]
    [InlineData("--Urls", "http://0.0.0.0:0", "Sample:Enabled")]
    [InlineData("--Urls", "http://*:0", "Sample:Enabled")]
    [InlineData("--Urls", "http://127.0.0.1:0;http://192.0.2.7:80", "Sample:Enabled")]
    [InlineData("--Kestrel:Endpoints:Open:Url", "http://0.0.0.0:0", "Kestrel:Endpoints")]
    public async Task Sample_mode_that_others_could_reach_does_not_start(string key, string value, string named)
    {
        var (app, problems) = await Service.BuildAsync([key, value, "--Storage:Path", Database, "--Sample:Enabled", "true"], null, CancellationToken.None);

        app.Should().BeNull();
        problems.Should().ContainSingle().Which.Should().Contain(named);
    }

    private async Task<HttpStatusCode> StatusAsync(string method, Uri root, string path, string? origin = null, string? host = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(root, path));
        request.Content = method == "POST" ? JsonContent.Create(new { }) : null;
        request.Headers.Host = host;
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }
}
