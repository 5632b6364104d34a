using System.Text.Json;

namespace OfficerBot.Conversation.Turns;

/// <summary>Dialog states as text: stored whole, under the record's name and a version.</summary>
public static class DialogStates
{
    /// <summary>Version of all forms so far. A stored state of another version is dropped: the person is simply asked again.</summary>
    public const int Version = 1;

    private static readonly Dictionary<string, Type> ByName = typeof(DialogState).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(DialogState)) && !t.IsAbstract)
        .ToDictionary(t => t.Name);

    /// <summary>Every state there is.</summary>
    public static IReadOnlyCollection<Type> All => ByName.Values;

    /// <summary>Name and text of a state.</summary>
    public static (string Name, string Json) Write(DialogState state) => (state.GetType().Name, JsonSerializer.Serialize(state, state.GetType()));

    /// <summary>The state, or null when it is of a form no longer known.</summary>
    public static DialogState? Read(string name, int version, string json) =>
        version == Version && ByName.TryGetValue(name, out var type) ? (DialogState?)JsonSerializer.Deserialize(json, type) : null;
}
