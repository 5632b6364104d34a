using System.Text;
using OfficerBot.Conversation.Understanding.Dates;
using OfficerBot.Conversation.Understanding.Items;
using OfficerBot.Conversation.Understanding.Matching;
using OfficerBot.Conversation.Understanding.Scan;
using OfficerBot.Conversation.Understanding.Text;
using OfficerBot.Domain.Roster;

namespace OfficerBot.Conversation.Understanding.Content;

/// <summary>Everything understanding reads from <c>dialogs/</c>, compiled and immutable.</summary>
public sealed class LanguageContent
{
    private LanguageContent(ContentFiles files)
    {
        Words = files.Words;
        Categories = new(Words);
        Automaton = Words.Compile();
        Spots = files.Spots;
        Captured = new(Spots.Captures);
        Everywhere = files.Intents.GetValueOrDefault("*", new("*"));
        Lead = files.Intents.GetValueOrDefault("lead", new("lead"));
        Intents = [.. files.Intents.Values.Where(i => i.Name is not ("*" or "lead"))];
        Rules = new(Intents, Words);
        Dates = new(files.Dates);
        Values = files.Values;
        Misspelt = files.Misspelt;
        Examples = files.Examples;
        ExampleRoster = files.ExampleRoster;
    }

    /// <summary>Reads dates by the conventions of dates.yaml.</summary>
    public DateReader Dates { get; }

    internal WordBook Words { get; }

    internal Automaton Automaton { get; }

    /// <summary>The classes the reader asks for at one place only.</summary>
    internal Spots Spots { get; }

    /// <summary>Tidies what captures took.</summary>
    internal CapturedWords Captured { get; }

    internal IReadOnlyList<IntentRules> Intents { get; }

    /// <summary>The rules for all intents, by the words they need.</summary>
    internal RuleIndex Rules { get; }

    /// <summary>Rules of <c>intent *</c>: speak against every intent.</summary>
    internal IntentRules Everywhere { get; }

    /// <summary>Rules of <c>intent lead</c>: lead or chatter, added up.</summary>
    internal IntentRules Lead { get; }

    internal CategorySuggester Categories { get; }

    /// <summary>Classes named <c>slot:value</c>, by slot.</summary>
    internal ILookup<string, (string Value, int Class)> Values { get; }

    /// <summary>By class: the word meant by the words of a class <c>错字:word</c>; null for every other class.</summary>
    internal string?[] Misspelt { get; }

    internal IReadOnlyList<Example> Examples { get; }

    /// <summary>The people and units the examples speak of.</summary>
    public RosterBook ExampleRoster { get; }

    /// <summary>Every kind of open question that some rule asks about.</summary>
    public IReadOnlyList<string> PendingKinds =>
        [.. Intents.Append(Everywhere).Append(Lead).SelectMany(i => i.For).SelectMany(r => r.PendingKinds).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Loads a folder and runs every example; gives the content, or all problems at once. Reads only files, changes nothing.</summary>
    public static LoadResult Load(string folder)
    {
        var files = new ContentFiles(folder);
        if (files.Problems.Count > 0)
        {
            return new(null, files.Problems);
        }

        var content = new LanguageContent(files);
        var failures = new ExampleRunner(content).Run();
        return failures.Count > 0 ? new(null, failures) : new(content, []);
    }
}

/// <summary>Reads the files of a content folder in a fixed order.</summary>
internal sealed class ContentFiles
{
    private readonly string _folder;

    /// <summary>Reads all.</summary>
    public ContentFiles(string folder)
    {
        _folder = folder;
        ReadWords("words.zh.txt", commas: false);
        ReadWords("words.en.txt", commas: true);
        string[] rules = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.rule", SearchOption.AllDirectories) : [];
        foreach (var path in rules.Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            new RuleFile(name, Words, Intents, Examples, Problems).Read(File.ReadAllLines(path, Encoding.UTF8));
        }

        foreach (var missing in Words.Compose().Distinct())
        {
            Problems.Add(new("words.zh.txt", 0, $"A word is put together with <{missing}>, which is no class or contains itself.", "Example: 没报 = <没字><报动>"));
        }

        Dates = Exists("dates.yaml") ? DateConventions.Read("dates.yaml", File.ReadAllText(Path.Combine(folder, "dates.yaml")), Problems) : new();
        ExampleRoster = ExampleRosterFile.Read(Path.Combine(folder, "example-roster.csv"));
        Values = Words.Names.Select((n, i) => (Parts: n.Split(':', 2), Class: i)).Where(x => x.Parts.Length == 2 && SlotNames.All.Contains(x.Parts[0]))
            .ToLookup(x => x.Parts[0], x => (x.Parts[1], x.Class));
        Values.SelectMany(v => v).ToList().ForEach(v => Words.Use(v.Class));
        Words.Use(Words.Declare("最近一条"));
        Spots = new(Words);
        Misspelt = [.. Words.Names.Select(n => n.StartsWith("错字:", StringComparison.Ordinal) ? Folded.Of(n[3..]).Text : null)];
        CheckSpellings();
    }

    public WordBook Words { get; } = new();

    public Dictionary<string, IntentRules> Intents { get; } = [];

    public List<Example> Examples { get; } = [];

    public List<ContentProblem> Problems { get; } = [];

    public DateConventions Dates { get; }

    public RosterBook ExampleRoster { get; }

    public ILookup<string, (string Value, int Class)> Values { get; }

    public string?[] Misspelt { get; }

    public Spots Spots { get; }

    /// <summary>A word is read in place of another of as many characters, so that places in the text stay what they are.</summary>
    private void CheckSpellings()
    {
        for (var id = 0; id < Misspelt.Length; id++)
        {
            if (Misspelt[id] is not { } meant)
            {
                continue;
            }

            Words.Use(id);
            foreach (var word in Words.WordsOf(id).Where(w => w.Length != meant.Length))
            {
                Problems.Add(new("words.zh.txt", 0, $"“{word}” cannot be read as “{meant}”.", "Both need as many characters."));
            }
        }
    }

    private void ReadWords(string name, bool commas)
    {
        if (Exists(name))
        {
            new WordsFile(name, commas, Words, Problems).Read(File.ReadAllLines(Path.Combine(_folder, name), Encoding.UTF8));
        }
    }

    private bool Exists(string name)
    {
        var found = File.Exists(Path.Combine(_folder, name));
        if (!found)
        {
            Problems.Add(new(name, 0, "The file is missing.", "It belongs into the content folder."));
        }

        return found;
    }
}
