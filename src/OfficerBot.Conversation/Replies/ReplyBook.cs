using System.Collections.Frozen;
using OfficerBot.Conversation.Content;

namespace OfficerBot.Conversation.Replies;

/// <summary>Everything the bot can say, in every language: one immutable object.</summary>
public sealed class ReplyBook
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, Wording>> _wordings;
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> _intentWords;
    private readonly FrozenDictionary<string, ReplyContract> _contracts;

    internal ReplyBook(
        IEnumerable<Contract> contracts,
        IReadOnlyDictionary<string, Dictionary<string, Wording>> wordings,
        IReadOnlyDictionary<string, Dictionary<string, string>> intentWords)
    {
        Contracts = [.. contracts];
        _contracts = Contracts.SelectMany(c => c.Replies).ToFrozenDictionary(r => r.Name);
        _wordings = wordings.ToFrozenDictionary(l => l.Key, l => l.Value.ToFrozenDictionary());
        _intentWords = intentWords.ToFrozenDictionary(l => l.Key, l => l.Value.ToFrozenDictionary());
    }

    /// <summary>The contracts, by topic.</summary>
    public IReadOnlyList<Contract> Contracts { get; }

    /// <summary>Words a reply. A locale the bot does not speak gets Chinese.</summary>
    /// <exception cref="KeyNotFoundException">No contract has this reply; the exactness test forbids it.</exception>
    public Rendered Render(Reply reply, string locale) => Render(new ReplySource.OfRecord(reply), locale);

    /// <summary>The contract of a reply of this name, or null.</summary>
    public ReplyContract? FindReply(string name) => _contracts.GetValueOrDefault(name);

    /// <summary>What a person may say for an intent: the text of a choice that leads to it. Null when the intent is in no contract.</summary>
    public string? WordsFor(string intent, string locale) => _intentWords[Known(locale)].GetValueOrDefault(intent);

    /// <summary>Every reply in every locale, rendered with its contract's samples; each of several wordings gets its own.</summary>
    public IEnumerable<Preview> Previews()
    {
        foreach (var contract in Contracts)
        {
            foreach (var reply in contract.Replies)
            {
                foreach (var preview in PreviewsOf(contract.Topic, reply))
                {
                    yield return preview;
                }
            }
        }
    }

    /// <summary>A reply in every locale it has words in.</summary>
    internal IEnumerable<Preview> PreviewsOf(string topic, ReplyContract reply)
    {
        foreach (var locale in Locales.All.Where(l => _wordings[l].ContainsKey(reply.Name)))
        {
            for (var choice = 0; choice < _wordings[locale][reply.Name].Texts.Count; choice++)
            {
                yield return new(topic, reply, locale, Render(new ReplySource.OfSamples(_contracts, reply.Name, choice), locale));
            }
        }
    }

    /// <summary>The words for a reply, or null.</summary>
    internal Wording? Find(string reply, string locale) => _wordings[Known(locale)].GetValueOrDefault(reply);

    private static string Known(string locale) => LocaleFormat.All.ContainsKey(locale) ? locale : Locales.Chinese;

    private Rendered Render(ReplySource source, string locale) => new Rendering(this, LocaleFormat.All[Known(locale)]).Whole(source);
}

/// <summary>One reply in one locale with its sample values.</summary>
public sealed record Preview(string Topic, ReplyContract Reply, string Locale, Rendered Rendered);
