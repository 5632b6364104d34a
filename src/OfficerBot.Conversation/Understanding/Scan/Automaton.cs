namespace OfficerBot.Conversation.Understanding.Scan;

/// <summary>
/// Aho–Corasick over many words: every occurrence of every word in one pass, linear in the text. Words that begin or end with a Latin letter only
/// match at the edge of a Latin word. The steps lie in one open-addressed table: a step is one or two array reads.
/// </summary>
internal sealed class Automaton
{
    private readonly int[] _root = new int[char.MaxValue + 1];
    private readonly long[] _keys;
    private readonly int[] _targets;
    private readonly Node[] _nodes;

    /// <summary>Builds from words (already folded) and their ids; equal words may carry several ids.</summary>
    public Automaton(IEnumerable<(string Word, int Id)> words)
    {
        var built = new Tree();
        foreach (var (word, id) in words)
        {
            if (word.Length > 0)
            {
                built.Add(word, id);
            }
        }

        var size = 16;
        while (size < built.Next.Count * 2)
        {
            size *= 2;
        }

        (_keys, _targets, _nodes) = (new long[size], new int[size], [.. built.Nodes]);
        Array.Fill(_keys, -1);
        foreach (var (key, target) in built.Next)
        {
            Put(key, target);
        }

        Link();
    }

    /// <summary>Reports every occurrence, in order of its end.</summary>
    public void Scan(ReadOnlySpan<char> text, List<Hit> found)
    {
        var at = 0;
        for (var i = 0; i < text.Length; i++)
        {
            at = Step(at, text[i]);
            for (var n = _nodes[at].Ids.Length > 0 ? at : _nodes[at].Output; n > 0; n = _nodes[n].Output)
            {
                Report(text, i + 1, ref _nodes[n], found);
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

    private static uint Slot(long key) => (uint)((ulong)(key * -7046029254386353131L) >> 33);

    private void Put(long key, int target)
    {
        if (key <= char.MaxValue)
        {
            _root[key] = target;
        }

        var slot = Slot(key) & (uint)(_keys.Length - 1);
        while (_keys[slot] >= 0)
        {
            slot = (slot + 1) & (uint)(_keys.Length - 1);
        }

        (_keys[slot], _targets[slot]) = (key, target);
    }

    private int Find(long key)
    {
        for (var slot = Slot(key) & (uint)(_keys.Length - 1); _keys[slot] >= 0; slot = (slot + 1) & (uint)(_keys.Length - 1))
        {
            if (_keys[slot] == key)
            {
                return _targets[slot];
            }
        }

        return 0;
    }

    private void Link()
    {
        foreach (var index in Enumerable.Range(1, _nodes.Length - 1).OrderBy(i => _nodes[i].Depth).ThenBy(i => i))
        {
            ref var node = ref _nodes[index];
            node.Fail = node.Depth == 1 ? 0 : Step(_nodes[node.Parent].Fail, node.By);
            node.Output = _nodes[node.Fail].Ids.Length > 0 ? node.Fail : _nodes[node.Fail].Output;
        }
    }

    private int Step(int at, char c)
    {
        while (at != 0)
        {
            if (_nodes[at].HasNext && Find(Key(at, c)) is > 0 and var next)
            {
                return next;
            }

            at = _nodes[at].Fail;
        }

        return _root[c];
    }

    private struct Node()
    {
        public int Depth;
        public int Parent;
        public char By;
        public int Fail;
        public bool HasNext;

        /// <summary>Nearest suffix node that ends a word; 0 = none.</summary>
        public int Output;
        public int[] Ids = [];
    }

    /// <summary>The words as a tree, while it grows.</summary>
    private sealed class Tree
    {
        public List<Node> Nodes { get; } = [new()];

        public Dictionary<long, int> Next { get; } = [];

        public void Add(string word, int id)
        {
            var at = 0;
            foreach (var c in word)
            {
                at = Next.TryGetValue(Key(at, c), out var known) ? known : Grow(at, c);
            }

            Nodes[at] = Nodes[at] with { Ids = [.. Nodes[at].Ids, id] };
        }

        private int Grow(int from, char c)
        {
            Nodes[from] = Nodes[from] with { HasNext = true };
            Nodes.Add(new() { Depth = Nodes[from].Depth + 1, Parent = from, By = c });
            Next[Key(from, c)] = Nodes.Count - 1;
            return Nodes.Count - 1;
        }
    }
}
