using OfficerBot.Conversation.Understanding.Dates;
using OfficerBot.Conversation.Understanding.Names;
using OfficerBot.Conversation.Understanding.Scan;

namespace OfficerBot.Conversation.Understanding.Items;

/// <summary>What has been read of the words before a lead's text. What was read counts only up to the last closing mark.</summary>
internal sealed class LeadHeader
{
    /// <summary>Units that count.</summary>
    public List<NameHit> Units { get; } = [];

    /// <summary>Dates that count.</summary>
    public List<DatePhrase> Dates { get; } = [];

    /// <summary>Units behind the last closing mark: they may belong to the text.</summary>
    public List<NameHit> OpenUnits { get; } = [];

    /// <summary>Dates behind the last closing mark.</summary>
    public List<DatePhrase> OpenDates { get; } = [];

    /// <summary>Categories said.</summary>
    public List<int> Categories { get; } = [];

    /// <summary>Where a unit stands that is on no roster.</summary>
    public (int Start, int End)? UnknownUnit { get; set; }

    /// <summary>What is read next.</summary>
    public int At { get; set; }

    /// <summary>Behind the last closing mark.</summary>
    public int Close { get; set; }

    /// <summary>Where the items of a list begin.</summary>
    public int ItemsFrom { get; set; }

    /// <summary>Where a first line to the reader ends; 0 where there is none.</summary>
    public int Preface { get; set; }

    /// <summary>A word says that a lead follows.</summary>
    public bool IsMarked { get; set; }

    /// <summary>A mark says that the header is over.</summary>
    public bool IsClosed { get; set; }

    /// <summary>What was read last lets light punctuation close.</summary>
    public bool IsStrong { get; set; }

    /// <summary>It is handed in late or for somebody: what follows up to the colon is header.</summary>
    public bool Submits { get; set; }

    /// <summary>It is reported to somebody.</summary>
    public bool Reports { get; set; }

    /// <summary>For somebody else: a unit on no roster may follow.</summary>
    public bool StandsIn { get; set; }

    /// <summary>Nothing further belongs to it.</summary>
    public bool IsDone { get; set; }

    /// <summary>Moves over a word that closes nothing.</summary>
    public void Take(Hit hit)
    {
        At = hit.End;
        IsStrong = false;
    }

    /// <summary>Lets all that was read so far count.</summary>
    public void Commit()
    {
        Close = At;
        Units.AddRange(OpenUnits);
        Dates.AddRange(OpenDates);
        OpenUnits.Clear();
        OpenDates.Clear();
    }
}
