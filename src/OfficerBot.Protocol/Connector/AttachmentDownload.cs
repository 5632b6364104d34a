using System.Net;
using System.Net.Http.Headers;

namespace OfficerBot.Protocol.Connector;

/// <summary>
/// Fetches files people send. Redirects are followed by hand and each is checked; only hosts of channels get our token, whatever redirects say; bytes
/// and time are bounded.
/// </summary>
/// <param name="http">On a handler of <see cref="GuardedConnect"/> for <paramref name="files"/>.</param>
/// <param name="files">Where files may lie: <see cref="ServiceUrlPolicy.ForFiles"/>.</param>
/// <param name="services">Who may get the token: <see cref="ServiceUrlPolicy.ForServices"/>.</param>
public sealed class AttachmentDownload(HttpMessageInvoker http, ServiceUrlPolicy files, ServiceUrlPolicy services, IAccessTokens tokens, TimeProvider machine)
{
    private const int MostRedirects = 3;

    /// <summary>Fetches one file. Never throws for what the other side does.</summary>
    /// <param name="withBearer">The file belongs to the channel, which wants to know who asks: its content URL, not a Teams <c>downloadUrl</c>.</param>
    /// <param name="total">For everything, redirects included; 10 s is right for a turn.</param>
    public async Task<Download> FetchAsync(Uri address, bool withBearer, long maxBytes, TimeSpan total, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(total, machine);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        try
        {
            return await FollowAsync(address, withBearer, maxBytes, either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Download.Refused(DownloadRefusal.TooSlow);
        }
        catch (HttpRequestException e) when (e.InnerException is ForbiddenAddressException)
        {
            return new Download.Refused(DownloadRefusal.NotAllowed);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TokenUnavailableException)
        {
            return new Download.Refused(DownloadRefusal.Unreachable);
        }
    }

    private async Task<Download> FollowAsync(Uri address, bool withBearer, long maxBytes, CancellationToken cancel)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (!files.Allows(address))
            {
                return new Download.Refused(DownloadRefusal.NotAllowed);
            }

            using var answer = await AskAsync(address, withBearer, cancel);
            if (Target(answer, address) is not { } next)
            {
                return answer.StatusCode == HttpStatusCode.OK ? await ReadAsync(answer.Content, maxBytes, cancel) : new Download.Refused(DownloadRefusal.Answered);
            }

            address = next;
        }

        return new Download.Refused(DownloadRefusal.Answered);
    }

    // A token that is refused is dropped and a fresh one tried, once.
    private async Task<HttpResponseMessage> AskAsync(Uri address, bool withBearer, CancellationToken cancel)
    {
        var token = withBearer && services.Allows(address) ? await tokens.GetAsync(cancel) : null;
        var answer = await AskAsync(address, token, cancel);
        if (token is null || answer.StatusCode != HttpStatusCode.Unauthorized)
        {
            return answer;
        }

        answer.Dispose();
        tokens.Drop(token);
        return await AskAsync(address, await tokens.GetAsync(cancel), cancel);
    }

    private async Task<HttpResponseMessage> AskAsync(Uri address, string? token, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.UserAgent.Add(ConnectorCall.UserAgent);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await http.SendAsync(request, cancel);
    }

    private static Uri? Target(HttpResponseMessage answer, Uri from) =>
        (int)answer.StatusCode is 301 or 302 or 303 or 307 or 308 && answer.Headers.Location is { } to && Uri.TryCreate(from, to, out var next) ? next : null;

    private static async Task<Download> ReadAsync(HttpContent content, long maxBytes, CancellationToken cancel) =>
        content.Headers.ContentLength > maxBytes || await LimitedBody.ReadAsync(content, maxBytes, cancel) is not { } bytes
            ? new Download.Refused(DownloadRefusal.TooBig)
            : new Download.Got(bytes, content.Headers.ContentType?.MediaType);
}
