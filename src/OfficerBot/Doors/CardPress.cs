using System.Text.Json;
using OfficerBot.Protocol.Activities;

namespace OfficerBot.Doors;

/// <summary>
/// A tap on a card's button, as it comes back from the wire. It is hostile input like any other: whoever can read a card can send its data, changed or
/// again. So a tap only says words, in the name of the account that tapped; what they may do is decided for that person, as if he had typed them.
/// </summary>
/// <param name="Words">What was tapped.</param>
/// <param name="OnQuestion">The card was a question of ours that the answer may replace.</param>
internal sealed record CardPress(string Words, bool OnQuestion)
{
    /// <summary>Name of the invoke.</summary>
    public const string Invoke = "adaptiveCard/action";

    /// <summary>Member of the data that marks a question's card.</summary>
    public const string Question = "question";

    /// <summary>Far longer than any button of ours.</summary>
    private const int LongestWords = 1000;

    /// <summary>The words in the value of a submitted card, an object of ours or a plain string; null when there are none.</summary>
    public static string? WordsIn(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Object } data when data.TryGetProperty(CardJson.Verb, out var said) && said.ValueKind == JsonValueKind.String => said.GetString(),
        _ => null,
    };

    /// <summary>Reads an invoke's value: <c>{action: {type: "Action.Execute", verb?, data}, trigger?}</c>.</summary>
    /// <returns>The press; null with code and message of the refusal.</returns>
    public static (CardPress? Press, InvokeAnswer? Refused) Of(Activity activity)
    {
        if (activity.Value is not { ValueKind: JsonValueKind.Object } value || !value.TryGetProperty("action", out var action)
            || action.ValueKind != JsonValueKind.Object || !action.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String)
        {
            return (null, InvokeAnswer.Refused("BadRequest", "value.action is required"));
        }

        if (type.GetString() != "Action.Execute")
        {
            return (null, InvokeAnswer.Refused("NotSupported", "Only Action.Execute is supported"));
        }

        return action.TryGetProperty("data", out var data) && WordsIn(data)?.Trim() is { Length: > 0 and <= LongestWords } words
            ? (new CardPress(words, data.ValueKind == JsonValueKind.Object && data.TryGetProperty(Question, out var mark) && mark.ValueKind == JsonValueKind.True), null)
            : (null, InvokeAnswer.Refused("BadRequest", "value.action.data is not of this bot"));
    }
}
