using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Scan;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <content>The words of a message: those meant by misspelt ones, and which of them count.</content>
internal sealed partial class Reading
{
    /// <summary>The words, by their ends, but for those inside the bot's name (信息员助手 says no 信息员) those a
    /// neighbour forbids, and those that take something back.</summary>
    private void AddWords(LanguageContent content, List<Hit> words, List<Hit> retracting)
    {
        foreach (var hit in retracting)
        {
            Hits.Add(hit with { Id = Entity.Filler });
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
            if (!isInName && !retracting.Exists(r => r.Start < word.End && word.Start < r.End) && !content.Words.Forbids(Text, word.Start, word.End))
            {
                Hits.Add(word);
            }
        }
    }

    /// <summary>Reads 线锁 as 线索: what the keyboard or the ear took for another word of the same sound.</summary>
    private void Spell(LanguageContent content, List<Hit> words, int limit)
    {
        var before = Folded;
        foreach (var word in words)
        {
            if (content.Misspelt[word.Id] is { } meant && !content.Words.Forbids(Text, word.Start, word.End))
            {
                Folded = Folded.Read(word.Start, meant);
            }
        }

        if (Folded != before)
        {
            words.Clear();
            content.Automaton.Scan(Text.AsSpan(0, limit), words);
        }
    }
}
