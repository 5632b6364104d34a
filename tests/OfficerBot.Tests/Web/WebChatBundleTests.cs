using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using OfficerBot.Tests.House;

namespace OfficerBot.Tests.Web;

/// <summary>The official Web Chat that the build fetches: pinned by hash, refused when it differs.</summary>
public sealed class WebChatBundleTests : IDisposable
{
    private static readonly string Sources = Tree.At("src", "OfficerBot.Web", "webchat");
    private readonly string folder = Directory.CreateTempSubdirectory("webchat-").FullName;

    [Fact]
    public void The_bundle_beside_the_program_is_the_pinned_one_with_its_licence()
    {
        var pin = JsonNode.Parse(File.ReadAllText(Path.Combine(Sources, "webchat.json")))!;
        var built = Path.Combine(AppContext.BaseDirectory, "wwwroot", "webchat");
        foreach (var (name, hash) in pin["files"]!.AsObject())
        {
            Convert.ToHexStringLower(SHA512.HashData(File.ReadAllBytes(Path.Combine(built, name)))).Should().Be(hash!.ToString(), name);
        }

        File.ReadAllText(Path.Combine(built, "LICENSE.txt")).Should().Contain("MIT License");
    }

    [Fact]
    public void The_version_fetched_is_the_version_the_build_caches() =>
        File.ReadAllText(Tree.At("src", "OfficerBot.Web", "OfficerBot.Web.targets"))
            .Should().Contain($"<WebChatVersion>{JsonNode.Parse(File.ReadAllText(Path.Combine(Sources, "webchat.json")))!["version"]}</WebChatVersion>");

    [Fact]
    public async Task A_package_that_is_not_the_pinned_one_is_refused_in_words_and_leaves_nothing()
    {
        var npm = Npm("while [ \"$1\" != --pack-destination ]; do shift; done; echo other > \"$2/botframework-webchat-4.18.1.tgz\"");
        var (code, words) = await FetchAsync(npm);
        code.Should().Be(1);
        words.Should().Contain("botframework-webchat@4.18.1 is not the one pinned");
        Directory.Exists(Path.Combine(folder, "cache")).Should().BeFalse();
    }

    [Fact]
    public async Task Without_a_registry_the_build_says_what_it_needs()
    {
        var (code, words) = await FetchAsync(Npm("echo offline >&2; exit 7"));
        code.Should().Be(1);
        words.Should().Contain("needs npm and its registry once").And.Contain("offline");
    }

    [Fact]
    public async Task A_filled_cache_needs_no_registry()
    {
        var cache = Directory.CreateDirectory(Path.Combine(folder, "cache")).FullName;
        foreach (var name in new[] { "webchat.js", "webchat.js.LICENSE.txt" })
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, "wwwroot", "webchat", name), Path.Combine(cache, name));
        }

        var (code, _) = await FetchAsync(Npm("exit 7"));
        code.Should().Be(0);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // Stands where the network would be: a program called npm, first on the path.
    private string Npm(string script)
    {
        var bin = Directory.CreateDirectory(Path.Combine(folder, "bin")).FullName;
        var npm = Path.Combine(bin, "npm");
        File.WriteAllText(npm, "#!/bin/sh\n" + script + "\n");
#pragma warning disable CA1416 // The tests run on Debian.
        File.SetUnixFileMode(npm, UnixFileMode.UserRead | UnixFileMode.UserExecute);
#pragma warning restore CA1416
        return bin;
    }

    private async Task<(int Code, string Words)> FetchAsync(string bin)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Sources, "fetch.mjs"), Path.Combine(folder, "cache")]) { RedirectStandardError = true };
        start.Environment["PATH"] = bin + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        using var node = Process.Start(start)!;
        var words = await node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        return (node.ExitCode, words);
    }
}
