using System.Runtime.InteropServices;

namespace OfficerBot.Conversation.Understanding.Scan;

/// <summary>
/// Aho–Corasick over many words: every occurrence of every word in one pass, linear in the text. Words that begin or end with a Latin letter only
/// match at the edge of a Latin word.
/// </summary>
internal sealed class Automaton
{
    private readonly Dictionary<long, int> _next = [];
    private readonly List<Node> _nodes = [new()];
    private readonly int[] _root = new int[char.MaxValue + 1];

    /// <summary>Builds from words (already folded) and their ids; equal words may carry several ids.</summary>
    public Automaton(IEnumerable<(string Word, int Id)> words)
    {
        foreach (var (word, id) in words)
        {
            if (word.Length > 0)
            {
                Add(word, id);
            }
        }

        Link();
    }

    /// <summary>Reports every occurrence, in order of its end.</summary>
    public void Scan(ReadOnlySpan<char> text, List<Hit> found)
    {
        var nodes = CollectionsMarshal.AsSpan(_nodes);
        var at = 0;
        for (var i = 0; i < text.Length; i++)
        {
            at = Step(at, text[i]);
            for (var n = nodes[at].Ids.Length > 0 ? at : nodes[at].Output; n > 0; n = nodes[n].Output)
            {
                Report(text, i + 1, ref nodes[n], found);
            }
        }
    }

    private static void Report(ReadOnlySpan<char> text, int end, ref Node node, List<Hit> found)
    {
        var start = end - node.Depth;
        var cutsBefore = start > 0 && char.IsAsciiLetter(text[start]) && char.IsAsciiLetter(text[start - 1]);
        var cutsAfter = end < text.Length && char.IsAsciiLetter(text[end - 1]) && char.IsAsciiLetter(text[end]);
        if (cutsBefore || cutsAfter)
        {
            return;
        }

        foreach (var id in node.Ids)
        {
            found.Add(new(id, start, end));
        }
    }

    private static long Key(int node, char c) => ((long)node << 16) | c;

    private void Add(string word, int id)
    {
        var at = 0;
        foreach (var c in word)
        {
            at = _next.TryGetValue(Key(at, c), out var known) ? known : Grow(at, c);
        }

        _nodes[at] = _nodes[at] with { Ids = [.. _nodes[at].Ids, id] };
    }

    private int Grow(int from, char c)
    {
        _nodes.Add(new() { Depth = _nodes[from].Depth + 1, Parent = from, By = c });
        _next[Key(from, c)] = _nodes.Count - 1;
        if (from == 0)
        {
            _root[c] = _nodes.Count - 1;
        }

        return _nodes.Count - 1;
    }

    private void Link()
    {
        foreach (var index in Enumerable.Range(1, _nodes.Count - 1).OrderBy(i => _nodes[i].Depth).ThenBy(i => i))
        {
            var node = _nodes[index];
            var fail = node.Depth == 1 ? 0 : Step(_nodes[node.Parent].Fail, node.By);
            var output = _nodes[fail].Ids.Length > 0 ? fail : _nodes[fail].Output;
            _nodes[index] = node with { Fail = fail, Output = output };
        }
    }

    private int Step(int at, char c)
    {
        while (at != 0)
        {
            if (_next.TryGetValue(Key(at, c), out var next))
            {
                return next;
            }

            at = _nodes[at].Fail;
        }

        return _root[c];
    }

    private record struct Node()
    {
        public int Depth { get; init; }

        public int Parent { get; init; }

        public char By { get; init; }

        public int Fail { get; init; }

        /// <summary>Nearest suffix node that ends a word; 0 = none.</summary>
        public int Output { get; init; }

        public int[] Ids { get; init; } = [];
    }
}
