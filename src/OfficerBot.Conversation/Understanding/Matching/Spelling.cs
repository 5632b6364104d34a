using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Conversation.Understanding.Scan;
using OfficerBot.Conversation.Understanding.Text;

namespace OfficerBot.Conversation.Understanding.Matching;

/// <summary>Reads 线锁 as 线索: what the keyboard or the ear took for another word of the same sound (classes 错字).</summary>
internal static class Spelling
{
    /// <summary>The text with the words meant in place of the misspelt ones; null when none is misspelt.</summary>
    /// <param name="words">All words of the text.</param>
    public static Folded? Read(Folded folded, List<Hit> words, LanguageContent content)
    {
        var read = folded;
        foreach (var word in words)
        {
            if (content.Misspelt[word.Id] is { } meant && !content.Words.Forbids(read.Text, word.Start, word.End))
            {
                read = read.Read(word.Start, meant);
            }
        }

        return read == folded ? null : read;
    }
}
