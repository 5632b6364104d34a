using System.Net.Http.Headers;
using System.Text.Json;
using OfficerBot.Sample;
using OfficerBot.Scenarios.Samples;
using OfficerBot.Storage;

namespace OfficerBot.Scenarios.Kills;

/// <summary>A turn that was acknowledged: the service answered 200.</summary>
/// <param name="Mark">Stands in the lead's text and nowhere else.</param>
/// <param name="Id">The activity's id in the answer.</param>
/// <param name="File">Key of the picture sent with it; null without one.</param>
internal sealed record Acknowledged(string Mark, string Id, string? File);

/// <summary>
/// One officer who reports lead after lead, each once its predecessor was acknowledged. What stays without an answer he posts again under the same
/// client activity id, as Web Chat's retry does, and now and then also what was answered.
/// </summary>
/// <param name="sendsPictures">Each of his leads comes with a picture of some 20 KB.</param>
internal sealed class KillClient(int number, string person, bool inGroup, bool sendsPictures = false) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly List<Acknowledged> _acknowledged = [];
    private string? _unanswered;
    private SampleSeat? _seat;
    private int _next;
    private int _answeredLately;
    private bool _newestIsOld;

    /// <summary>Everything acknowledged so far.</summary>
    public IReadOnlyList<Acknowledged> Acknowledged => _acknowledged;

    /// <summary>Posts that were acknowledged again under another id than at first.</summary>
    public int GivenTwoIds { get; private set; }

    /// <summary>How often he posted again what may or may not have arrived.</summary>
    public int Retried { get; private set; }

    /// <summary>Sits down at a newly started service, and settles what the last one left open.</summary>
    /// <param name="repeats">Also posts again what was answered last; it is known for ten minutes.</param>
    public async Task SitAsync(Uri root, bool repeats = true)
    {
        _http.CancelPendingRequests();
        using var answer = await _http.PostAsJsonAsync(new Uri(root, "sample/sit"), new { person, room = inGroup ? "group" : "private" });
        answer.EnsureSuccessStatusCode();
        _seat = await answer.Content.ReadFromJsonAsync<SampleSeat>();
        await SettleAsync(root, repeats);
    }

    /// <summary>Posts until the service dies or there is enough.</summary>
    /// <param name="onAcknowledged">Called after each acknowledgement; false ends it.</param>
    public async Task WorkAsync(Uri root, Func<bool> onAcknowledged)
    {
        try
        {
            do
            {
                _unanswered = $"编号{number}号{++_next}次";
                await PostAsync(root, _unanswered);
                (_unanswered, _newestIsOld) = (null, false);
            }
            while (onAcknowledged());
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
        {
            // Killed with this request in flight; nobody knows whether it was stored.
        }
    }

    /// <summary>Says something else, and gives the activity's id.</summary>
    public Task<string> SayAsync(Uri root, string text) => SendAsync(root, "activities", JsonContent.Create(new { type = "message", text }));

    public void Dispose() => _http.Dispose();

    private async Task SettleAsync(Uri root, bool repeats)
    {
        // Two rounds later it is not known any more: a slow client may have got no answer at all in the last one.
        var wasAnswered = Interlocked.Exchange(ref _answeredLately, 0) > 0;
        if (repeats && wasAnswered && !_newestIsOld && _acknowledged is [.., var last])
        {
            var again = await SendAsync(root, last.Mark);
            GivenTwoIds += again == last.Id ? 0 : 1;
        }

        if (_unanswered is { } open)
        {
            Retried++;
            await PostAsync(root, open);
            _unanswered = null;
            _newestIsOld = true; // it may have been stored a round before it was answered
        }
    }

    private async Task PostAsync(Uri root, string mark)
    {
        var id = await SendAsync(root, mark);
        Interlocked.Increment(ref _answeredLately);
        _acknowledged.Add(new(mark, id, sendsPictures ? FileStore.KeyOf(PictureOf(mark)) : null));
    }

    private Task<string> SendAsync(Uri root, string mark)
    {
        var activity = new { type = "message", text = $"报线索：组织志愿者巡查河道，清理河道垃圾12吨，{mark}。", channelData = new { clientActivityID = $"kill-{number}-{mark}" } };
        return sendsPictures ? SendAsync(root, "upload", WithPicture(activity, mark)) : SendAsync(root, "activities", JsonContent.Create(activity));
    }

    private async Task<string> SendAsync(Uri root, string where, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(root, $"v3/directline/conversations/{_seat!.ConversationId}/{where}")) // he sits
        {
            Content = content,
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _seat.Token);
        using var answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString() ?? "";
    }

    private static MultipartFormDataContent WithPicture(object activity, string mark)
    {
        var words = JsonContent.Create(activity);
        words.Headers.ContentType = new("application/vnd.microsoft.activity");
        var picture = new ByteArrayContent(PictureOf(mark));
        picture.Headers.ContentType = new("image/png");
        return new MultipartFormDataContent { { words, "activity", "blob" }, { picture, "file", "现场.png" } };
    }

    private static byte[] PictureOf(string mark) => MadeUpPicture.Of(string.Concat(Enumerable.Repeat(mark, 1000)));
}
