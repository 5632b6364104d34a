namespace OfficerBot.Conversation.Content;

/// <summary>Finds what was probably meant by a misspelt word.</summary>
public static class Nearest
{
    /// <summary>The known word at the smallest edit distance, if that is at most a third of its length (rounded up); else null.</summary>
    public static string? To(string word, IEnumerable<string> known)
    {
        var best = known.Select(k => (Word: k, Distance: Distance(word, k))).DefaultIfEmpty((Word: "", Distance: int.MaxValue)).MinBy(x => x.Distance);
        return best.Distance <= (best.Word.Length + 2) / 3 ? best.Word : null;
    }

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
