using OfficerBot.Conversation.Understanding.Scan;

namespace OfficerBot.Conversation.Understanding.Content;

/// <summary>
/// Finds the rules that may hold for a message: each rule stands under the rarest group of classes it cannot do without, so that most rules are never
/// looked at.
/// </summary>
internal sealed class RuleIndex
{
    private readonly List<Rule>?[] _byClass;
    private readonly List<Rule> _always = [];

    /// <summary>Files the rules for intents.</summary>
    public RuleIndex(IEnumerable<IntentRules> intents, WordBook words)
    {
        _byClass = new List<Rule>?[words.Count];
        var sizes = new int[words.Count];
        for (var id = 0; id < words.Count; id++)
        {
            sizes[id] = words.Names[id][0] == '@' ? 100 : words.WordsOf(id).Count();
        }

        var order = 0;
        foreach (var rule in intents.SelectMany(i => i.For))
        {
            rule.Order = order++;
            File(rule, sizes);
        }
    }

    /// <summary>The rules that may hold, each once, in the order of the files.</summary>
    public List<Rule> For(HitTable hits)
    {
        var rules = new List<Rule>(_always);
        foreach (var id in hits.Found)
        {
            if (_byClass[id] is { } under)
            {
                rules.AddRange(under);
            }
        }

        rules.Sort((a, b) => a.Order.CompareTo(b.Order));
        return rules;
    }

    private void File(Rule rule, int[] sizes)
    {
        var key = rule.Required.MinBy(g => g.Sum(c => sizes[c]));
        if (key is null)
        {
            _always.Add(rule);
        }

        foreach (var id in key ?? [])
        {
            (_byClass[id] ??= []).Add(rule);
        }
    }
}
