using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Content;

/// <summary>
/// Loads <c>dialogs/</c>: per topic folder a <c>contract.yaml</c> and the words of each locale. An operator's folder may override words (never contracts)
/// without a build: <c>leads/zh.yaml</c> there holds only the replies it words anew.
/// </summary>
public sealed class ReplyContent
{
    private readonly List<Problem> _problems = [];
    private readonly HashSet<string> _unreadable = [];
    private readonly List<Contract> _contracts = [];
    private readonly Dictionary<string, Dictionary<string, Wording>> _wordings = Locales.All.ToDictionary(l => l, _ => new Dictionary<string, Wording>());
    private readonly Dictionary<string, Dictionary<string, string>> _intents = Locales.All.ToDictionary(l => l, _ => new Dictionary<string, string>());
    private readonly Dictionary<(string Locale, string Name), ContentText> _places = [];
    private readonly List<(string Locale, string Intent, ContentText Place)> _intentPlaces = [];
    private readonly HashSet<(string Locale, string Name)> _overridden = [];

    private bool _isOverriding;

    private ReplyContent()
    {
    }

    /// <summary>Loads and checks everything.</summary>
    /// <param name="folder">The folder with a folder per topic.</param>
    /// <param name="overriding">The operator's folder, or null; it need not exist.</param>
    /// <param name="understands">
    /// The bot's own understanding of a button's text in a locale: an intent, or null. It must try every pending question, for buttons such as 是.
    /// Null: buttons are not checked.
    /// </param>
    public static LoadResult Load(string folder, string? overriding = null, Func<string, string, string?>? understands = null)
    {
        var content = new ReplyContent();
        content.ReadFolder(folder);
        content._isOverriding = true;
        if (overriding is not null && Directory.Exists(overriding))
        {
            content.ReadOverrides(overriding);
        }

        var book = new ReplyBook(content._contracts, content._wordings, content._intents);
        new ContentCheck(book, content._places, content._overridden, content._problems, understands).Run(content._intentPlaces);
        return new(book, [.. content._problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).Distinct()]);
    }

    private void ReadFolder(string folder)
    {
        var topics = Directory.Exists(folder) ? Directory.GetDirectories(folder).Order(StringComparer.Ordinal).ToList() : [];
        foreach (var topic in topics.Where(t => Directory.EnumerateFiles(t, "*.yaml").Any()))
        {
            ReadTopic(folder, topic);
        }

        if (_contracts.Count == 0)
        {
            _problems.Add(new(folder, 0, "No topic was found: there should be folders here with a contract.yaml each."));
        }
    }

    private void ReadTopic(string folder, string topicFolder)
    {
        var topic = Path.GetFileName(topicFolder);
        var path = Path.Combine(topicFolder, "contract.yaml");
        var top = File.Exists(path) ? ContentFile.Open(path, Shown(folder, path), _problems) : null;
        if (top is null)
        {
            _problems.Add(new(Shown(folder, path), 0, "The contract of this topic is missing or cannot be read."));
            return;
        }

        var contract = new ContractReader(topic, _problems).Read(top);
        _contracts.Add(contract with { Intents = [.. contract.Intents.Where(IsNewIntent)], Replies = [.. contract.Replies.Where(IsNewReply)] });
        foreach (var file in Directory.GetFiles(topicFolder, "*.yaml").Order(StringComparer.Ordinal).Where(f => f != path))
        {
            ReadWords(contract, folder, file);
        }

        NoteMissing(contract, folder, topicFolder);
    }

    private bool IsNewIntent(IntentContract intent) => !_contracts.Any(c => c.Intents.Any(i => i.Name == intent.Name)) || Double(intent.Place);

    private bool IsNewReply(ReplyContract reply) => !_contracts.Any(c => c.Replies.Any(r => r.Name == reply.Name)) || Double(reply.Place);

    private bool Double(ContentText place)
    {
        _problems.Add(place.Wrong($"\"{place.Text}\" stands in another topic's contract already; names are shared by all topics."));
        return false;
    }

    private void ReadWords(Contract contract, string folder, string file)
    {
        var locale = Path.GetFileNameWithoutExtension(file);
        var shown = Shown(folder, file);
        if (!Locales.All.Contains(locale))
        {
            _problems.Add(new(shown, 0, $"No such language. Allowed: {string.Join(", ", Locales.All.Select(l => l + ".yaml"))}.", Nearest.To(locale, Locales.All)));
            return;
        }

        if (ContentFile.Open(file, shown, _problems) is not { } top)
        {
            _unreadable.Add(shown);
        }
        else
        {
            var reader = new LocaleReader(contract, _problems);
            reader.Read(top);
            Take(reader, locale);
        }
    }

    private void Take(LocaleReader reader, string locale)
    {
        foreach (var (name, wording) in reader.Wordings)
        {
            _wordings[locale][name] = wording;
            _places[(locale, name)] = reader.Places[name];
            _ = _isOverriding && _overridden.Add((locale, name));
        }

        foreach (var (intent, words) in reader.IntentWords)
        {
            _intents[locale][intent] = words;
            _intentPlaces.Add((locale, intent, reader.IntentPlaces[intent]));
        }
    }

    private void NoteMissing(Contract contract, string folder, string topicFolder)
    {
        foreach (var locale in Locales.All)
        {
            var shown = Shown(folder, Path.Combine(topicFolder, locale + ".yaml"));
            if (_unreadable.Contains(shown))
            {
                continue; // one problem, not one for each reply
            }

            _problems.AddRange(contract.Replies.Where(r => !_wordings[locale].ContainsKey(r.Name))
                .Select(r => new Problem(shown, 0, $"The reply \"{r.Name}\" has no words here ({r.Place.File}:{r.Place.Line}).")));
            _problems.AddRange(contract.Intents.Where(i => !_intents[locale].ContainsKey(i.Name))
                .Select(i => new Problem(shown, 0, $"The intent \"{i.Name}\" has no words here ({i.Place.File}:{i.Place.Line}).")));
        }
    }

    private void ReadOverrides(string folder)
    {
        foreach (var topicFolder in Directory.GetDirectories(folder).Where(t => Overrides(t).Any()).Order(StringComparer.Ordinal))
        {
            var contract = _contracts.FirstOrDefault(c => c.Topic == Path.GetFileName(topicFolder));
            if (contract is null)
            {
                _problems.Add(new(topicFolder, 0, "There is no such topic.", Nearest.To(Path.GetFileName(topicFolder), _contracts.Select(c => c.Topic))));
                continue;
            }

            foreach (var file in Overrides(topicFolder).Order(StringComparer.Ordinal))
            {
                ReadWords(contract, folder, file);
            }
        }
    }

    /// <summary>Words of an operator's topic; a contract copied along with them is not looked at.</summary>
    private static IEnumerable<string> Overrides(string topicFolder) => Directory.GetFiles(topicFolder, "*.yaml").Where(f => Path.GetFileName(f) != "contract.yaml");

    private static string Shown(string folder, string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');
}
