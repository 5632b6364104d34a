using System.Text.Json.Serialization;

namespace OfficerBot.Requests;

/// <summary>What an operator asks for with a command that changes the books.</summary>
[JsonDerivedType(typeof(Bind), "bind")]
[JsonDerivedType(typeof(Link), "link")]
[JsonDerivedType(typeof(Import), "import")]
internal abstract record OperatorRequest
{
    private OperatorRequest()
    {
    }

    /// <summary>An account is a person of a roster.</summary>
    /// <param name="Person">See <see cref="PersonSearch"/>.</param>
    /// <param name="Group">Which roster, or null: any.</param>
    /// <param name="Account">Our number of the account, as the log tells it; null: <paramref name="Channel"/> and <paramref name="User"/> name it.</param>
    public sealed record Bind(string Channel, string User, string Person, string? Group, long? Account = null) : OperatorRequest;

    /// <summary>A chat is a group's.</summary>
    public sealed record Link(string Channel, string Conversation, string Group) : OperatorRequest;

    /// <summary>A group's first roster.</summary>
    /// <param name="Name">The file's name, whose ending says what it is.</param>
    public sealed record Import(string Group, string Name, byte[] Bytes) : OperatorRequest;
}

/// <summary>What came of it.</summary>
/// <param name="IsDone">False: nothing was changed, and the lines say why.</param>
/// <param name="Lines">For the operator.</param>
internal sealed record RequestAnswer(bool IsDone, IReadOnlyList<string> Lines)
{
    public static RequestAnswer Refused(params string[] lines) => new(false, lines);
}
