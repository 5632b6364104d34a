using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Samples;
using OfficerBot.Scenarios.Office;

namespace OfficerBot.Scenarios.Samples;

/// <summary>Plays a <c>.chat</c> sample against the whole service and says where the answers differ.</summary>
internal sealed class ChatRunner(OfficeUnderTest office, ChatSample sample, ReplyBook book)
{
    private readonly Cast _cast = new(office);
    private readonly Dictionary<string, string> _messages = [];
    private readonly Dictionary<string, string> _labelled = [];

    /// <summary>Plays it; what differs, by line.</summary>
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        var differences = new List<string>();
        foreach (var step in sample.Steps)
        {
            var seat = await SeatAsync(step);
            var before = office.Sent.Newest;
            await DoAsync(step, seat);
            differences.AddRange(new Expectations(_cast, step).Differences(office.Sent.After(before)).Select(d => $"line {step.Line}: {d}"));
        }

        return [.. differences, .. office.Errors.Lines];
    }

    private async Task<Seat?> SeatAsync(ChatStep step) => step switch
    {
        ChatStep.Says s => await _cast.SeatAsync(s.Who, s.InGroup, true),
        ChatStep.Edits s => await _cast.SeatAsync(s.Who, s.InGroup, true),
        ChatStep.Deletes s => await _cast.SeatAsync(s.Who, s.InGroup, true),
        ChatStep.Taps s => await _cast.SeatAsync(s.Who, s.InGroup, true),
        ChatStep.Joins s => await _cast.SeatAsync(s.Who, s.InGroup, false),
        _ => null,
    };

    private Task DoAsync(ChatStep step, Seat? seat) => step switch
    {
        ChatStep.Says says => SayAsync(says, seat!), // every step but the clock's has a seat
        ChatStep.Edits edits => seat!.EditAsync(Message(edits.Who, edits.InGroup, edits.Label), edits.Text),
        ChatStep.Deletes deletes => seat!.DeleteAsync(Message(deletes.Who, deletes.InGroup, deletes.Label)),
        ChatStep.Taps taps => seat!.SayAsync(ButtonOf(seat, taps.Button)),
        ChatStep.Joins => seat!.OpenAsync(),
        ChatStep.Clock clock => office.MoveClockAsync(clock.To.ToString("uuuu-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"Nobody plays {step.GetType().Name}."),
    };

    private async Task SayAsync(ChatStep.Says says, Seat seat)
    {
        var heard = await seat.ReplyAsync(says.RepliesTo is { } to ? await RepliedToAsync(says, to, seat) : null, says.Text, [.. says.Attachments.Select(FileOf)]);
        _messages[Place(says.Who, says.InGroup, null)] = heard.Id;
        if (says.Label is { } label)
        {
            _messages[Place(says.Who, says.InGroup, label)] = _labelled[$"{label}|{says.InGroup}"] = heard.Id;
        }
    }

    // A label is known to everybody in the room; without one the bot's newest answer there is meant.
    private async Task<string> RepliedToAsync(ChatStep.Says says, string label, Seat seat) => label.Length > 0
        ? _labelled[$"{label}|{says.InGroup}"]
        : (await seat.ReadAsync()).Last(a => a.GetProperty("from").GetProperty("role").GetString() == "bot").GetProperty("id").GetString()!; // every activity has one

    private string Message(Speaker who, bool inGroup, string? label) => _messages[Place(who, inGroup, label)];

    private static string Place(Speaker who, bool inGroup, string? label) => $"{who}|{inGroup}|{label}";

    private (string Name, string Type, byte[] Bytes) FileOf(ChatAttachment attachment) => attachment.IsPicture
        ? (attachment.Name, "image/png", MadeUpPicture.Of(attachment.Name))
        : (attachment.Name, "application/octet-stream", File.ReadAllBytes(Path.Combine(SampleFolder, attachment.Name)));

    private string SampleFolder => Path.Combine(AppContext.BaseDirectory, "dialogs", sample.Name.Split('/')[0], "samples");

    /// <summary>Buttons stand in the activity by their words, in the contract's order; one named like a value of several parts stands for them all.</summary>
    private string ButtonOf(Seat seat, string button)
    {
        var newest = office.Sent.After(0).Last(r => r.Conversation == seat.Conversation && r.Buttons.Count > 0);
        var ids = book.FindReply(newest.Reply)!.Buttons.ToList(); // what was rendered has a contract
        var many = ids.FindIndex(id => button.StartsWith(id + "-", StringComparison.Ordinal));
        var place = many >= 0 ? many + int.Parse(button[(ids[many].Length + 1)..], CultureInfo.InvariantCulture) - 1 : ids.IndexOf(button);
        return place >= 0 ? newest.Buttons[place] : throw new InvalidOperationException($"{newest.Reply} has no button {button}.");
    }
}
