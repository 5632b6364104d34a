namespace OfficerBot.Conversation.Understanding.Dates;

/// <summary>
/// Words of which one may stand at a place, those that begin alike with the longer first. They lie sorted by their first characters, so that at most
/// places none is compared.
/// </summary>
internal sealed class WordList
{
    private const int Drawers = 64;
    private readonly (string Word, int Index)[][] _byFirst = new (string, int)[Drawers][];

    /// <summary>The words in the order they are tried.</summary>
    public WordList(params string[] words)
    {
        Array.Fill(_byFirst, []);
        foreach (var drawer in words.Index().GroupBy(w => w.Item[0] % Drawers))
        {
            _byFirst[drawer.Key] = [.. drawer.Select(w => (w.Item, w.Index))];
        }
    }

    /// <summary>All of them.</summary>
    public IEnumerable<string> All => _byFirst.SelectMany(d => d).Select(d => d.Word);

    /// <summary>Words that may begin with the character, each with its place in the list; mostly none.</summary>
    public ReadOnlySpan<(string Word, int Index)> Of(char first) => _byFirst[first % Drawers];
}
