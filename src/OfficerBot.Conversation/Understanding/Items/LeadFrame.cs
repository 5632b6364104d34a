using OfficerBot.Conversation.Understanding.Dates;
using OfficerBot.Conversation.Understanding.Names;

namespace OfficerBot.Conversation.Understanding.Items;

/// <summary>What stands around a lead's text: header units, days it is for, whether it is marked as a lead, and where the text begins.</summary>
/// <param name="ItemsFrom">Where numbering may begin (before 线索1：).</param>
/// <param name="Start">Where the text begins.</param>
/// <param name="IsMarked">线索：, 报一条, lead: stands before it.</param>
/// <param name="IsClosed">A colon, line break or bracket parts header and text.</param>
/// <param name="UnknownUnit">Where a unit is named that is on no roster (代东山镇报：), or null.</param>
internal sealed record LeadFrame(
    int ItemsFrom, int Start, bool IsMarked, bool IsClosed, IReadOnlyList<NameHit> Units, IReadOnlyList<DatePhrase> Dates,
    (int Start, int End)? UnknownUnit = null)
{
    /// <summary>Category said in the header: 典型案例线索：, 线索（群众获得感类）：.</summary>
    public IReadOnlyList<int> Categories { get; init; } = [];

    /// <summary>Where the text ends, before a unit as signature.</summary>
    public int End { get; init; }
}
