using System.Numerics;
using OfficerBot.Conversation.Understanding.Scan;

namespace OfficerBot.Conversation.Understanding.Content;

/// <summary>
/// Finds the rules that may hold for a message: each rule stands under the rarest group of classes it cannot do without, so that most rules are never
/// looked at.
/// </summary>
internal sealed class RuleIndex
{
    [ThreadStatic]
    private static ulong[]? _marks;

    [ThreadStatic]
    private static List<Rule>? _marked;
    private readonly Rule[] _rules;
    private readonly List<int>?[] _byClass;
    private readonly List<int> _always = [];

    /// <summary>Files the rules for intents.</summary>
    public RuleIndex(IEnumerable<IntentRules> intents, WordBook words)
    {
        _byClass = new List<int>?[words.Count];
        var sizes = new int[words.Count];
        for (var id = 0; id < words.Count; id++)
        {
            sizes[id] = words.Names[id][0] == '@' ? FoundByReading(words.Names[id]) : words.WordsOf(id).Sum(Commonness);
        }

        _rules = [.. intents.SelectMany(i => i.For)];
        for (var place = 0; place < _rules.Length; place++)
        {
            File(place, sizes);
        }
    }

    /// <summary>The rules that may hold, each once, in the order of the files. The list is good until this thread asks again.</summary>
    public List<Rule> For(HitTable hits)
    {
        var marks = _marks is { } spare && spare.Length > _rules.Length / 64 ? spare : _marks = new ulong[(_rules.Length / 64) + 1];
        Mark(marks, _always);
        foreach (var id in hits.Found)
        {
            Mark(marks, _byClass[id]);
        }

        return Marked(marks);
    }

    /// <summary>How often a word turns up, roughly: 给 stands in many messages, 带个话 in few.</summary>
    private static int Commonness(string word) => char.IsAsciiLetter(word[0]) ? word.Length <= 3 ? 5 : 1 : word.Length switch { 1 => 15, 2 => 3, _ => 1 };

    private static int FoundByReading(string name) => name is "@date" or "@unit" or "@end" or "@long" or "@question" ? 600 : 100;

    private static void Mark(ulong[] marks, List<int>? places)
    {
        foreach (var place in places ?? [])
        {
            marks[place / 64] |= 1ul << (place % 64);
        }
    }

    /// <summary>The rules marked; the marks are taken off.</summary>
    private List<Rule> Marked(ulong[] marks)
    {
        var rules = _marked ??= new(128);
        rules.Clear();
        for (var i = 0; i < marks.Length; i++)
        {
            for (; marks[i] != 0; marks[i] &= marks[i] - 1)
            {
                rules.Add(_rules[(64 * i) + BitOperations.TrailingZeroCount(marks[i])]);
            }
        }

        return rules;
    }

    private void File(int place, int[] sizes)
    {
        var key = _rules[place].Required.MinBy(g => g.Sum(c => sizes[c]));
        if (key is null)
        {
            _always.Add(place);
        }

        foreach (var id in key ?? [])
        {
            (_byClass[id] ??= []).Add(place);
        }
    }
}
