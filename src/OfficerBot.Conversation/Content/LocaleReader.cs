using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Content;

/// <summary>Reads one topic's words in one locale (<c>zh.yaml</c>) against the topic's contract.</summary>
internal sealed class LocaleReader(Contract contract, ICollection<Problem> problems)
{
    private static readonly string[] WordingFields = ["text", "buttons", "card", "row"];

    /// <summary>What people may say for each intent.</summary>
    public Dictionary<string, string> IntentWords { get; } = [];

    /// <summary>Where each of them stands.</summary>
    public Dictionary<string, ContentText> IntentPlaces { get; } = [];

    /// <summary>The words of each reply.</summary>
    public Dictionary<string, Wording> Wordings { get; } = [];

    /// <summary>Where each of them stands.</summary>
    public Dictionary<string, ContentText> Places { get; } = [];

    /// <summary>Reads the file; what is wrong in it is left out and noted.</summary>
    public void Read(ContentNode top)
    {
        var fields = Fields.Of(top, problems, "A file of words", "intents", "replies");
        foreach (var entry in Entries(fields?.Find("intents"), contract.Intents.Select(i => i.Name), "intent"))
        {
            ReadIntent(entry);
        }

        foreach (var entry in Entries(fields?.Find("replies"), contract.Replies.Select(r => r.Name), "reply"))
        {
            ReadReply(contract.Replies.First(r => r.Name == entry.Key.Text), entry);
        }
    }

    private List<ContentEntry> Entries(ContentNode? section, IEnumerable<string> known, string kind)
    {
        if (section is not ContentMap map)
        {
            if (section is not null)
            {
                problems.Add(section.Wrong($"Here names of the contract stand, each with its words."));
            }

            return [];
        }

        var names = known.ToList();
        foreach (var key in map.Entries.Select(e => e.Key).Where(k => !names.Contains(k.Text)))
        {
            problems.Add(key.Wrong($"The contract of \"{contract.Topic}\" has no {kind} \"{key.Text}\".", Nearest.To(key.Text, names)));
        }

        return [.. map.Entries.Where(e => names.Contains(e.Key.Text))];
    }

    private void ReadIntent(ContentEntry entry)
    {
        if (entry.Value is ContentText { Text.Length: > 0 } words)
        {
            IntentWords[entry.Key.Text] = words.Text;
            IntentPlaces[entry.Key.Text] = words;
            return;
        }

        problems.Add(entry.Key.Wrong($"\"{entry.Key.Text}\" needs the words a person may say for it."));
    }

    private void ReadReply(ReplyContract reply, ContentEntry entry)
    {
        Places[reply.Name] = entry.Key;
        Wordings[reply.Name] = entry.Value is ContentMap map
            ? FullWording(reply, new Fields(map, problems, WordingFields))
            : new(Texts(reply, entry.Value), NoButtons(reply, entry.Key), null, null);
    }

    private Wording FullWording(ReplyContract reply, Fields fields)
    {
        var text = fields.Need("text", "Every reply has a text, for channels that show nothing else.");
        var buttons = fields.Find("buttons") is { } node ? Buttons(reply, node) : NoButtons(reply, fields.Place);
        var row = fields.Find("row") is { } r ? Row(reply, r) : null;
        return new(text is null ? [Template.Empty] : Texts(reply, text), buttons, Card(reply, fields), row);
    }

    private List<Template> Texts(ReplyContract reply, ContentNode node)
    {
        var texts = node is ContentList list ? list.Items : [node];
        if (texts.Count == 0)
        {
            problems.Add(node.Wrong($"\"{reply.Name}\" needs at least one wording."));
            return [Template.Empty];
        }

        return [.. texts.Select(t => Parse(reply, t))];
    }

    private Template Parse(ReplyContract reply, ContentNode? node)
    {
        if (node is null)
        {
            return Template.Empty;
        }

        if (node is not ContentText text)
        {
            problems.Add(node.Wrong("A text belongs here. If it begins with {, put it in quotes."));
            return Template.Empty;
        }

        var (template, reason) = Template.Parse(text.Text);
        if (template is null)
        {
            problems.Add(text.Wrong(reason ?? ""));
            return Template.Empty;
        }

        PlaceholderCheck.Run(template, reply, text, problems);
        return template;
    }

    private Dictionary<string, Template> NoButtons(ReplyContract reply, ContentNode place)
    {
        NoteMissingButtons(reply, place, []);
        return [];
    }

    private Dictionary<string, Template> Buttons(ReplyContract reply, ContentNode node)
    {
        var fields = Fields.Of(node, problems, "\"buttons:\"", [.. reply.Buttons]);
        var texts = reply.Buttons.Select(id => (Id: id, Node: fields?.Find(id))).Where(b => b.Node is not null).ToDictionary(b => b.Id, b => Parse(reply, b.Node));
        NoteMissingButtons(reply, node, texts.Keys);
        return texts;
    }

    private void NoteMissingButtons(ReplyContract reply, ContentNode place, IReadOnlyCollection<string> given)
    {
        foreach (var id in reply.Buttons.Where(b => !given.Contains(b) && reply.Find(b)?.Kind.IsMany() is not true))
        {
            problems.Add(place.Wrong($"The button \"{id}\" of \"{reply.Name}\" has no words."));
        }
    }

    private CardWording? Card(ReplyContract reply, Fields fields)
    {
        var node = fields.Find("card");
        if (reply.IsCard != node is not null)
        {
            problems.Add(fields.Place.Wrong(
                reply.IsCard ? $"\"{reply.Name}\" is a card in the contract; \"card:\" is missing." : $"\"{reply.Name}\" is no card in the contract (card: true)."));
        }

        if (node is null || Fields.Of(node, problems, "\"card:\"", "title", "subtitle", "rows", "footer") is not { } card)
        {
            return null;
        }

        var rows = card.Find("rows") is ContentList list ? list.Items.Select(r => Row(reply, r)).ToList() : [];
        return new(Parse(reply, card.Need("title", "A card has a title.")), Parse(reply, card.Find("subtitle")), rows, Parse(reply, card.Find("footer")));
    }

    private RowWording Row(ReplyContract reply, ContentNode node)
    {
        if (node is ContentText)
        {
            return new(Template.Empty, Parse(reply, node), Template.Empty);
        }

        var fields = Fields.Of(node, problems, "A row", "label", "value", "mark");
        return new(Parse(reply, fields?.Find("label")), Parse(reply, fields?.Find("value")), Parse(reply, fields?.Find("mark")));
    }
}
