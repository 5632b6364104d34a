using System.Text.Json.Nodes;

namespace OfficerBot.Scenarios.Channels;

/// <summary>A user of a channel in one conversation with the bot.</summary>
/// <param name="conversation">As the channel tells it with every activity.</param>
internal sealed class Partner(FakeChannel channel, string channelId, string user, string name, JsonObject conversation)
{
    /// <summary>The conversation's id.</summary>
    public string Conversation => (string)conversation["id"]!;

    /// <summary>His id on the channel.</summary>
    public string User => user;

    /// <summary>An activity of his, to which parts are laid.</summary>
    public JsonObject Activity(string type, JsonObject? parts = null)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["channelId"] = channelId,
            ["from"] = new JsonObject { ["id"] = user, ["name"] = name, ["aadObjectId"] = "aad-" + user },
            ["conversation"] = conversation.DeepClone(),
            ["locale"] = "zh-CN",
        };
        foreach (var (key, value) in parts ?? [])
        {
            activity[key] = value?.DeepClone();
        }

        return activity;
    }

    /// <summary>A message of his.</summary>
    public JsonObject Message(string text) => Activity("message", new() { ["text"] = text, ["textFormat"] = "plain" });

    /// <summary>Says something; it must be acknowledged.</summary>
    /// <returns>The message's id.</returns>
    public async Task<string> SayAsync(string text) => (await SendAsync(Message(text))).Id;

    /// <summary>Sends an activity; it must be acknowledged without words.</summary>
    public async Task<Answered> SendAsync(JsonObject activity)
    {
        var answered = await channel.SendAsync(activity);
        answered.Status.Should().BeInRange(200, 202, answered.Body);
        answered.Body.Should().BeEmpty();
        return answered;
    }

    /// <summary>Asks something and gives the one answer.</summary>
    public async Task<Call> AskAsync(string text)
    {
        var id = await SayAsync(text);
        return (await AnswersAsync(id)).Should().ContainSingle().Subject;
    }

    /// <summary>Answers to a message, when there is at least one.</summary>
    public Task<IReadOnlyList<Call>> AnswersAsync(string message) =>
        channel.CallsAsync(new { conversation = Conversation, target = message, accepted = true }, 1);

    /// <summary>Everything the bot has posted here, in order, when there are so many.</summary>
    public Task<IReadOnlyList<Call>> HeardAsync(int count) => channel.CallsAsync(new { conversation = Conversation, accepted = true }, count);

    /// <summary>Every attempt to post here, when there are so many.</summary>
    public Task<IReadOnlyList<Call>> AttemptsAsync(int count) => channel.CallsAsync(new { conversation = Conversation }, count);
}
