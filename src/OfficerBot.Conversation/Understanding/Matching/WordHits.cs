using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Scan;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>Notes which of the words found in a message count.</summary>
internal static class WordHits
{
    /// <summary>Notes all but those inside the bot's name (信息员助手 says no 信息员), those a neighbour forbids, and those that take something back.</summary>
    /// <param name="words">All words of the text, by their ends.</param>
    /// <param name="retracting">Stretches that take something back: they are passed over like fillers.</param>
    public static void Add(Reading reading, List<Hit> words, List<Hit> retracting)
    {
        foreach (var hit in retracting)
        {
            reading.Hits.Add(hit with { Id = Entity.Filler });
        }

        var called = words.Exists(w => w.Id == Entity.BotName) ? words.FindAll(w => w.Id == Entity.BotName) : [];
        var next = 0;
        foreach (var word in words)
        {
            while (next < called.Count && called[next].End < word.End)
            {
                next++;
            }

            var isInName = word.Id != Entity.BotName && next < called.Count && called[next].Start <= word.Start;
            if (!isInName && !retracting.Exists(r => r.Start < word.End && word.Start < r.End) && !reading.Content.Words.Forbids(reading.Text, word.Start, word.End))
            {
                reading.Hits.Add(word);
            }
        }
    }
}
