using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Dates;
using OfficerBot.Conversation.Understanding.Matching;

namespace OfficerBot.Conversation.Understanding.Items;

/// <summary>The word before a lead that says what is done with it: 补报, 汇报一下, 代.</summary>
internal static class HeaderPrefix
{
    /// <summary>Moves over the word, where one stands, and notes what it says of the words behind it.</summary>
    public static bool Read(Reading reading, LeadHeader header)
    {
        if (reading.Hits.At(Entity.LeadPrefix, header.At) is not { } hit)
        {
            return false;
        }

        var word = reading.Text[hit.Start..hit.End];
        var spots = reading.Content.Spots.Headers;
        Note(header, spots, word);
        if (header.Close == 0 && hit.End < reading.Text.Length && reading.Text[hit.End] == ':' && header.OpenUnits.Count == 0 && spots.Heading.Is(word))
        {
            header.IsMarked = true; // 报：…
            header.ItemsFrom = hit.End + 1;
        }

        var counts = header.IsStrong && header.IsMarked && Cursor.IsChineseNumeral(word[0]);
        header.Take(hit);
        var closes = header.IsMarked || header.OpenUnits.Count > 0 || (header.OpenDates.Count > 0 && (header.Submits || word == "的")); // 报个线索哈 我们镇…; 湖滨街道报 督察热线…; 昨天的 河口镇…
        var parted = IsParted(reading, header, word, closes);
        if (counts || parted)
        {
            header.Commit();
            header.IsStrong = true;
            header.IsClosed |= parted && closes;
        }

        return true;
    }

    private static void Note(LeadHeader header, HeaderSpots spots, string word)
    {
        header.StandsIn = word[0] == '代';
        header.Submits |= word[0] == '补' || spots.Submitting.Is(word); // what follows up to the colon is a header
        header.Reports |= spots.Reporting.Is(word);
    }

    /// <summary>A blank behind what closes a header; or 汇报一下我们街道…, 跟领导报告一下我们镇…, where 我们 parts as well.</summary>
    private static bool IsParted(Reading reading, LeadHeader header, string word, bool closes)
    {
        var tells = header.Reports && header.Close == 0;
        return reading.Folded.HasGapBefore(header.At) ? closes || tells
            : tells && word[^1] == '下' && reading.Names.Words.Find("我方") is { } ours && reading.Hits.At(ours, header.At) is not null;
    }
}
