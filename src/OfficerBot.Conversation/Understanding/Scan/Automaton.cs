namespace OfficerBot.Conversation.Understanding.Scan;

/// <summary>
/// Aho–Corasick over many words: every occurrence of every word in one pass, linear in the text. Words that begin or end with a Latin letter only
/// match at the edge of a Latin word. The steps lie in one open-addressed table; a mask of the characters that lead on spares most looks into it.
/// </summary>
internal sealed class Automaton
{
    private readonly int[] _root = new int[char.MaxValue + 1];
    private readonly (long Key, int Target)[] _steps;
    private readonly State[] _states;
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

        (_steps, _nodes, _states) = (new (long, int)[size], [.. built.Nodes], new State[built.Nodes.Count]);
        Array.Fill(_steps, (-1, 0));
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
            for (var n = _states[at].Report; n > 0; n = _nodes[n].Output)
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
        _states[key >> 16].Next |= Bit((char)key);
        if (key <= char.MaxValue)
        {
            _root[key] = target;
        }

        var slot = Slot(key) & (uint)(_steps.Length - 1);
        while (_steps[slot].Key >= 0)
        {
            slot = (slot + 1) & (uint)(_steps.Length - 1);
        }

        _steps[slot] = (key, target);
    }

    private int Find(long key)
    {
        for (var slot = Slot(key) & (uint)(_steps.Length - 1); _steps[slot].Key >= 0; slot = (slot + 1) & (uint)(_steps.Length - 1))
        {
            if (_steps[slot].Key == key)
            {
                return _steps[slot].Target;
            }
        }

        return 0;
    }

    private void Link()
    {
        foreach (var index in Enumerable.Range(1, _nodes.Length - 1).OrderBy(i => _nodes[i].Depth).ThenBy(i => i))
        {
            ref var node = ref _nodes[index];
            var fail = node.Depth == 1 ? 0 : Step(_states[node.Parent].Fail, node.By);
            node.Output = _states[fail].Report;
            (_states[index].Fail, _states[index].Report) = (fail, node.Ids.Length > 0 ? index : node.Output);
        }
    }

    private int Step(int at, char c)
    {
        while (at != 0)
        {
            ref readonly var state = ref _states[at];
            if ((state.Next & Bit(c)) != 0 && Find(Key(at, c)) is > 0 and var next)
            {
                return next;
            }

            at = state.Fail;
        }

        return _root[c];
    }

    private static ulong Bit(char c) => 1ul << (c & 63);

    /// <summary>What every step looks at.</summary>
    private struct State
    {
        /// <summary>The characters that lead on, by their last six bits.</summary>
        public ulong Next;
        public int Fail;

        /// <summary>The node itself when it ends a word, else the nearest suffix that does; 0 = none.</summary>
        public int Report;
    }

    private struct Node()
    {
        public int Depth;
        public int Parent;
        public char By;

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
            Nodes.Add(new() { Depth = Nodes[from].Depth + 1, Parent = from, By = c });
            Next[Key(from, c)] = Nodes.Count - 1;
            return Nodes.Count - 1;
        }
    }
}
