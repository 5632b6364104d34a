using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OfficerBot.Conversation.Content;

/// <summary>Reads one YAML file from the parser's events, so that nothing is guessed about types and every place has its line.</summary>
public sealed class ContentFile
{
    private const int DeepestNesting = 20;
    private readonly string _file;
    private readonly Parser _parser;
    private readonly ICollection<Problem> _problems;

    private ContentFile(string file, Parser parser, ICollection<Problem> problems)
    {
        _file = file;
        _parser = parser;
        _problems = problems;
    }

    /// <summary>Reads a file of the disk.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="shownAs">Its name in problems.</param>
    /// <returns>The top of the file; null when it is empty or cannot be read as YAML (then a problem was added).</returns>
    public static ContentNode? Open(string path, string shownAs, ICollection<Problem> problems) => Read(File.ReadAllText(path), shownAs, problems);

    /// <summary>Reads YAML text; see <see cref="Open"/>.</summary>
    public static ContentNode? Read(string yaml, string shownAs, ICollection<Problem> problems)
    {
        try
        {
            return new ContentFile(shownAs, new Parser(new StringReader(yaml)), problems).Document();
        }
        catch (YamlException e)
        {
            problems.Add(new(shownAs, (int)e.Start.Line, "This cannot be read as YAML. Check the indentation, and put a text in quotes that begins with { or holds a colon with a space."));
            return null;
        }
    }

    private ContentNode? Document()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            _problems.Add(new(_file, 0, "The file is empty."));
            return null;
        }

        var top = Node(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
        {
            _problems.Add(new(_file, (int)second.Start.Line, "A second document begins here (---); a file holds one."));
        }

        return top;
    }

    private ContentNode Node(int depth)
    {
        if (depth > DeepestNesting || !_parser.TryConsume<NodeEvent>(out var node) || !node.Anchor.IsEmpty || Tagged(node))
        {
            throw new YamlException(_parser.Current!.Start, _parser.Current.End, "Anchors, tags and deep nesting are not used here.");
        }

        return node switch
        {
            Scalar scalar => new ContentText(_file, Line(scalar), scalar.Value.TrimEnd('\n')),
            SequenceStart start => new ContentList(_file, Line(start), Items(depth)),
            MappingStart start => new ContentMap(_file, Line(start), Entries(depth)),
            _ => throw new YamlException(node.Start, node.End, "Unexpected."),
        };
    }

    private static bool Tagged(NodeEvent node) => !node.Tag.IsEmpty && !node.Tag.IsNonSpecific;

    private static int Line(ParsingEvent e) => (int)e.Start.Line;

    private List<ContentNode> Items(int depth)
    {
        var items = new List<ContentNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(depth + 1));
        }

        return items;
    }

    private List<ContentEntry> Entries(int depth)
    {
        var entries = new List<ContentEntry>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(depth + 1) as ContentText ?? throw new YamlException(_parser.Current!.Start, _parser.Current.End, "A key is a word.");
            var value = Node(depth + 1);
            if (entries.Any(e => e.Key.Text == key.Text))
            {
                _problems.Add(key.Wrong($"\"{key.Text}\" stands here a second time; the first one counts."));
                continue;
            }

            entries.Add(new(key, value));
        }

        return entries;
    }
}
