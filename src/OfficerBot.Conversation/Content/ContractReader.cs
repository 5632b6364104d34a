using System.Text.RegularExpressions;

namespace OfficerBot.Conversation.Content;

/// <summary>Reads a topic's <c>contract.yaml</c>.</summary>
internal sealed partial class ContractReader(string topic, ICollection<Problem> problems)
{
    private const string TopHint = "A contract has intents: (name: meaning) and replies: (name: what it says).";
    private const string ReplyHint = "For example: meaning: What the reply tells.";

    /// <summary>The contract; what is wrong in it is left out and noted.</summary>
    public Contract Read(ContentNode top)
    {
        var fields = Fields.Of(top, problems, "A contract", "intents", "replies");
        return new(topic, [.. Entries(fields, "intents").Select(Intent).OfType<IntentContract>()], [.. Entries(fields, "replies").Select(Reply).OfType<ReplyContract>()]);
    }

    private IEnumerable<ContentEntry> Entries(Fields? fields, string section)
    {
        var node = fields?.Find(section);
        if (node is ContentMap map)
        {
            return map.Entries.Where(e => IsName(e.Key));
        }

        if (node is not null)
        {
            problems.Add(node.Wrong($"\"{section}:\" holds names with what they mean. {TopHint}"));
        }

        return [];
    }

    private bool IsName(ContentText key)
    {
        if (Name().IsMatch(key.Text))
        {
            return true;
        }

        problems.Add(key.Wrong($"\"{key.Text}\" is not a name. Names are small letters, digits and _, for example lead_filed."));
        return false;
    }

    private IntentContract? Intent(ContentEntry entry)
    {
        if (entry.Value is ContentText { Text.Length: > 0 } meaning)
        {
            return new(entry.Key.Text, meaning.Text, entry.Key);
        }

        problems.Add(entry.Key.Wrong($"The intent \"{entry.Key.Text}\" needs its meaning behind the colon."));
        return null;
    }

    private ReplyContract? Reply(ContentEntry entry)
    {
        if (entry.Value is ContentText { Text.Length: > 0 } only)
        {
            return new(entry.Key.Text, only.Text, [], [], false, false, entry.Key);
        }

        var fields = Fields.Of(entry.Value, problems, $"The reply \"{entry.Key.Text}\"", "meaning", "values", "buttons", "card", "subject");
        if (fields is null)
        {
            return null;
        }

        var meaning = fields.NeedText("meaning", ReplyHint)?.Text ?? "";
        var buttons = fields.Texts("buttons", "Ids of buttons, for example [undo, category].").Where(IsName).Select(b => b.Text).ToList();
        return new(entry.Key.Text, meaning, Values(fields), buttons, Flag(fields, "card"), Flag(fields, "subject"), entry.Key);
    }

    private bool Flag(Fields fields, string name)
    {
        var text = fields.Text(name, "Write true, or leave it out.");
        if (text is not null && text.Text is not "true")
        {
            problems.Add(text.Wrong($"\"{name}:\" is true or left out."));
        }

        return text is not null;
    }

    private List<ValueContract> Values(Fields fields) => fields.Find("values") switch
    {
        null => [],
        ContentMap map => [.. map.Entries.Where(e => IsName(e.Key)).Select(Value)],
        { } other => Refuse(other),
    };

    private List<ValueContract> Refuse(ContentNode node)
    {
        problems.Add(node.Wrong("\"values:\" holds names with a type and a sample, for example number: text = 0916-01."));
        return [];
    }

    /// <summary>A value of an unknown type is taken as text, so that one mistake is told once.</summary>
    private ValueContract Value(ContentEntry entry)
    {
        var text = (entry.Value as ContentText)?.Text ?? "";
        var equals = text.IndexOf('=');
        var typeName = (equals < 0 ? text : text[..equals]).Trim();
        if (!ValueKinds.AllNames.Contains(typeName))
        {
            problems.Add(entry.Value.Wrong(
                $"\"{typeName}\" is no type of value. Allowed: {string.Join(", ", ValueKinds.AllNames)}.", Nearest.To(typeName, ValueKinds.AllNames)));
            return new(entry.Key.Text, ValueKind.Text, "?", entry.Key);
        }

        var kind = Enum.Parse<ValueKind>(typeName, ignoreCase: true);
        if (equals >= 0 && SampleValue.Parse(kind, text[(equals + 1)..].Trim()) is { } sample)
        {
            return new(entry.Key.Text, kind, sample, entry.Key);
        }

        problems.Add(entry.Value.Wrong($"\"{entry.Key.Text}\" needs a sample of its type, for example {SampleValue.Example(kind)}."));
        return new(entry.Key.Text, ValueKind.Text, "?", entry.Key);
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex Name();
}
