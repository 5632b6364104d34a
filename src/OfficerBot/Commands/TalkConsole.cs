using System.Text.Json.Nodes;
using NodaTime.Text;
using OfficerBot.Clocks;
using OfficerBot.Protocol.Activities;
using OfficerBot.Protocol.DirectLine;
using OfficerBot.Sample;
using OfficerBot.Storage;

namespace OfficerBot.Commands;

/// <summary>A person of the sample at a console: what is typed goes through the same door as on the page, what the bot says is printed.</summary>
internal sealed class TalkConsole(IServiceProvider services, TextReader input, TextWriter output)
{
    private const int MostAtOnce = 200;

    private static readonly DurationPattern Hours = DurationPattern.CreateWithInvariantCulture("H'h'");
    private static readonly DurationPattern Minutes = DurationPattern.CreateWithInvariantCulture("M'm'");

    private readonly SampleRoom _room = services.GetRequiredService<SampleRoom>();
    private readonly SampleClock _clock = services.GetRequiredService<SampleClock>();
    private readonly SqliteStore _store = services.GetRequiredService<SqliteStore>();
    private readonly IDirectLineDoor _door = services.GetRequiredService<IDirectLineDoor>();
    private readonly Dictionary<string, long> _shown = [];
    private SampleSeat? _private;
    private SampleSeat? _group;

    /// <summary>Talks until the input ends.</summary>
    /// <returns>0; 1 when nobody is called that.</returns>
    public async Task<int> RunAsync(string person, string locale, bool inGroup, CancellationToken cancel)
    {
        if (!await SitAsync(person, locale, cancel))
        {
            return Refusal.Print([$"Nobody of the sample is “{person}”: {string.Join("、", _room.People().Select(p => p.Unit + p.Name))}"]);
        }

        Prompt();
        while (await input.ReadLineAsync(cancel) is { } line && line is not ("quit" or "exit"))
        {
            if (!await SteerAsync(line, locale, cancel) && line.Length > 0)
            {
                await SayAsync((inGroup ? _group : _private)!, line, locale, cancel); // seated above
            }

            Print();
            Prompt();
        }

        return 0;
    }

    private async Task<bool> SitAsync(string wanted, string locale, CancellationToken cancel)
    {
        if (_room.Find(wanted) is not { } person)
        {
            return false;
        }

        _private = await _room.SitAsync(person, false, cancel);
        _group = await _room.SitAsync(person, true, cancel);
        var user = _private.UserId;
        await _store.WriteAsync(s => s.Accounts.SetLocale(s.Accounts.FindOrCreate(Doors.DirectLineWriter.Channel, user, "", locale), locale), cancel);
        output.WriteLine($"— {person.Unit} {person.Name} {person.Title}");
        return true;
    }

    private async Task<bool> SteerAsync(string line, string locale, CancellationToken cancel)
    {
        switch (line.Split([' ', ':'], 2, StringSplitOptions.TrimEntries))
        {
            case ["at", var time] when OfficeTime.Read(time, _clock.Now.Date) is { } to:
                output.WriteLine(await _clock.MoveAsync(to, cancel) ? "" : "— 时间只能向前 / the clock moves forwards only");
                return true;
            case ["later", var span] when Span(span) is { } by:
                await _clock.MoveAsync((_clock.Now.InUtc() + by).LocalDateTime, cancel);
                return true;
            case ["as", var person] when await SitAsync(person, locale, cancel):
                return true;
            default:
                return false;
        }
    }

    private static NodaTime.Duration? Span(string text) =>
        Hours.Parse(text) is { Success: true } h ? h.Value : Minutes.Parse(text) is { Success: true } m ? m.Value : null;

    private async Task SayAsync(SampleSeat seat, string text, string locale, CancellationToken cancel)
    {
        var raw = new JsonObject { ["type"] = ActivityTypes.Message, ["text"] = text, ["locale"] = locale };
        var post = new IncomingPost(seat.ConversationId, new DirectLineUser(seat.UserId), ActivityJson.Read(raw), raw, []);
        if (await _door.PostAsync(post, cancel) is not PostResult.Accepted)
        {
            output.WriteLine("— not accepted");
        }
    }

    private void Print()
    {
        foreach (var (seat, name) in new[] { (_group!, "群"), (_private!, "私") }) // seated before anything is printed
        {
            var news = _store.Read(s => s.DirectLine.After(seat.ConversationId, _shown.GetValueOrDefault(seat.ConversationId), MostAtOnce));
            foreach (var activity in news.Select(a => JsonNode.Parse(a.Json)!).Where(a => (string?)a["from"]?["role"] == "bot")) // we wrote it
            {
                PrintOne(name, activity);
            }

            _shown[seat.ConversationId] = news.Count > 0 ? news.Max(n => n.Change) : _shown.GetValueOrDefault(seat.ConversationId);
        }
    }

    private void PrintOne(string room, JsonNode activity)
    {
        output.WriteLine($"[{room}] {(string?)activity["text"]}");
        var buttons = activity["suggestedActions"]?["actions"]?.AsArray().Select(a => (string?)a!["title"]) ?? []; // we wrote it
        if (buttons.Any())
        {
            output.WriteLine($"     {string.Join("  ", buttons.Select(b => $"[{b}]"))}");
        }
    }

    private void Prompt() => output.Write($"{OfficeTime.Minute(_clock.Now).Replace('T', ' ')} > ");
}
