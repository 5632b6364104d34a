namespace OfficerBot.Conversation.Understanding.Scan;

/// <summary>A word found: its id and its stretch of the folded text, end exclusive.</summary>
internal readonly record struct Hit(int Id, int Start, int End)
{
    /// <summary>Length in characters.</summary>
    public int Length => End - Start;
}
