namespace OfficerBot.Conversation.Samples;

/// <summary>Who speaks in a sample: a person of the roster by name or by role, or a stranger.</summary>
/// <param name="Role">officer, deputy, liaison, leader or stranger; null where the person is named.</param>
/// <param name="Name">The name on the roster, or the stranger's display name; null where only the role is given.</param>
/// <param name="Unit">The unit as the sample writes it, by full name or alias; null where none is given.</param>
public sealed record Speaker(string? Role, string? Name, string? Unit)
{
    private static readonly string[] Roles = ["officer", "deputy", "liaison", "leader", Stranger];

    /// <summary>The role of somebody on no roster.</summary>
    public const string Stranger = "stranger";

    /// <summary>Reads <c>周晓燕</c>, <c>李丹 of 双桥镇</c>, <c>officer of 白沙镇</c>, <c>liaison</c>, <c>stranger</c>, <c>stranger 老王</c>.</summary>
    public static Speaker Parse(string text)
    {
        var of = text.Split(" of ", 2, StringSplitOptions.TrimEntries);
        var unit = of.Length == 2 ? of[1] : null;
        var words = of[0].Split(' ', 2, StringSplitOptions.TrimEntries);
        return Roles.Contains(words[0]) ? new(words[0], words.Length == 2 ? words[1] : null, unit) : new(null, of[0], unit);
    }

    /// <summary>As the sample writes it.</summary>
    public override string ToString() => string.Join(' ', new[] { Role, Name, Unit is null ? null : $"of {Unit}" }.Where(p => p is not null));
}
