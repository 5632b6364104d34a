using System.Text.Json.Nodes;

namespace OfficerBot.Tokens;

/// <summary>A request to the channels' door, good or bad.</summary>
/// <param name="Name">What is wrong with it, or right.</param>
/// <param name="Reason">The name under which a bad one is refused; null for a good one.</param>
/// <param name="Authorization">The headers of that name.</param>
/// <param name="Activity">What it brings.</param>
public sealed record TokenCase(string Name, string? Reason, IReadOnlyList<string> Authorization, JsonObject Activity)
{
    public override string ToString() => Name;
}
