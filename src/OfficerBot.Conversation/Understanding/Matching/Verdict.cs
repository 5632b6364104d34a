namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>The reason of a returned lead: what follows the verdict, without the words of the verdict itself (打回去重写 gives no reason).</summary>
internal static class Verdict
{
    private static readonly string[] Openings = ["理由是", "理由", "原因是", "原因", "因为", "主要是", "请", "让他", "让他们", "because of", "because", "reason", "for "];

    /// <summary>The slots with the reason tidied, or taken from what follows the verdict.</summary>
    public static Slots Complete(Slots slots, Reading reading, Match match)
    {
        var from = match.Captures.FirstOrDefault(c => c.Slot == "reason") is { Slot: not null } captured ? captured.Start : match.End;
        var verdicts = reading.Names.Words.Find("退回") is { } id ? reading.Hits[id] : [];
        for (var moved = true; moved;)
        {
            moved = false;
            from = reading.SkipFrom(from);
            foreach (var hit in verdicts.Where(h => h.Start <= from && h.End > from))
            {
                (from, moved) = (hit.End, true);
            }

            foreach (var opening in Openings.Where(o => string.CompareOrdinal(reading.Text, from, o, 0, o.Length) == 0))
            {
                (from, moved) = (from + opening.Length, true);
            }
        }

        var reason = CapturedWords.Tidy(reading.Folded.Slice(from, reading.Text.Length));
        return slots with { Reason = reason.Length > 1 ? reason : null };
    }
}
