using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Items;
using OfficerBot.Conversation.Understanding.Matching;
using OfficerBot.Conversation.Understanding.Scan;

namespace OfficerBot.Conversation.Understanding;

/// <summary>What speaks for a message being a lead.</summary>
/// <param name="Score">Sum of the lines of lead.rule that hold.</param>
internal sealed record LeadVerdict(LeadFrame Frame, int Score, IReadOnlyList<Match> Evidence);

/// <summary>Lead or chatter: adds up the lines of lead.rule.</summary>
internal static class LeadJudge
{
    /// <summary>From here a lead is filed.</summary>
    public const int FileFrom = 5;

    /// <summary>From here it is asked about.</summary>
    public const int AskFrom = 4;

    /// <summary>Taken off where a marker stands without colon or line break: 线索这个东西 is talk about leads.</summary>
    private const int Loose = 3;

    /// <summary>Taken off where behind such a marker nothing is told either, no deed and no figure: 线索范本我昨天传了.</summary>
    private const int Empty = 6;

    /// <summary>Judges a message.</summary>
    public static LeadVerdict Of(LanguageContent content, Reading reading)
    {
        var frame = LeadFrameReader.Read(reading);
        if (frame.IsMarked)
        {
            reading.Hits.Add(new(Entity.Marked, 0, 0));
        }

        if (frame is { IsClosed: true, Units.Count: > 0 })
        {
            reading.Hits.Add(new(Entity.Header, 0, 0));
        }

        var evidence = Scoring.Matches(content.Lead.For, reading);
        evidence.AddRange(Scoring.Matches(content.Lead.Against, reading));
        var score = evidence.Sum(m => m.Rule.Weight);
        var rest = reading.Text.Length - frame.Start;
        var loose = frame is { IsMarked: true, IsClosed: false } ? (Tells(reading) ? Loose : Empty) : 0;
        return new(frame, rest < 6 ? 0 : score - loose, evidence);
    }

    /// <summary>True when a deed or a figure is told anywhere.</summary>
    public static bool Tells(Reading reading)
        => reading.Hits.Has(Entity.Quantity) || (reading.Names.Words.Find("新闻动词") is { } deeds && reading.Hits.Has(deeds));
}
