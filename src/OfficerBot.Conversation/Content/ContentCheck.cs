using OfficerBot.Conversation.Replies;

namespace OfficerBot.Conversation.Content;

/// <summary>The checks that need everything read: samples that name replies, values nobody says, lengths, buttons.</summary>
/// <param name="places">Where the words of each reply stand.</param>
/// <param name="overridden">Those worded anew by the operator: he may leave a value out, and a copy made of an earlier version does not know all of them.</param>
internal sealed class ContentCheck(
    ReplyBook book,
    IReadOnlyDictionary<(string Locale, string Name), ContentText> places,
    IReadOnlySet<(string Locale, string Name)> overridden,
    ICollection<Problem> problems,
    Func<string, string, string?>? understands)
{
    /// <summary>The shortest limit of the channels, in characters.</summary>
    private const int LongestText = 2_000;

    /// <summary>Runs all of them.</summary>
    /// <param name="intentWords">What people may say for each intent, with its place.</param>
    public void Run(IReadOnlyList<(string Locale, string Intent, ContentText Place)> intentWords)
    {
        var count = problems.Count;
        foreach (var reply in book.Contracts.SelectMany(c => c.Replies))
        {
            CheckSamples(reply);
            CheckButtonNames(reply);
            CheckUnused(reply);
        }

        // What cannot be read whole cannot be rendered either; those problems come first.
        if (problems.Count == count && count == 0)
        {
            RenderAll();
        }

        if (understands is not null)
        {
            CheckIntentWords(intentWords, understands);
        }
    }

    private void CheckSamples(ReplyContract reply)
    {
        foreach (var value in reply.Values)
        {
            foreach (var name in value.InnerReplies.Where(n => book.FindReply(n) is null))
            {
                problems.Add(value.Place.Wrong($"The sample of \"{value.Name}\" names the reply \"{name}\", which is not there.", Nearest.To(name, AllReplies())));
            }
        }

        foreach (var value in reply.Values.Where(v => v.Kind == ValueKind.Intents))
        {
            foreach (var intent in ((IReadOnlyList<string>)value.Sample).Where(i => book.WordsFor(i, Locales.Chinese) is null))
            {
                problems.Add(value.Place.Wrong($"The sample of \"{value.Name}\" names the intent \"{intent}\", which is not there."));
            }
        }

        if (Reaches(reply, reply, []))
        {
            problems.Add(reply.Place.Wrong($"The samples of \"{reply.Name}\" lead back to itself."));
        }
    }

    private bool Reaches(ReplyContract from, ReplyContract target, HashSet<string> seen) =>
        from.Values.SelectMany(v => v.InnerReplies).Any(n => n == target.Name || (seen.Add(n) && book.FindReply(n) is { } next && Reaches(next, target, seen)));

    private IEnumerable<string> AllReplies() => book.Contracts.SelectMany(c => c.Replies).Select(r => r.Name);

    private void CheckButtonNames(ReplyContract reply)
    {
        foreach (var id in reply.Buttons.Where(b => reply.Find(b) is { } value && !value.Kind.IsMany()))
        {
            problems.Add(reply.Place.Wrong($"The button \"{id}\" of \"{reply.Name}\" is named like a value that is one thing; only values of several parts give buttons."));
        }
    }

    private void CheckUnused(ReplyContract reply)
    {
        foreach (var locale in Locales.All)
        {
            if (overridden.Contains((locale, reply.Name)) || book.Find(reply.Name, locale) is not { } wording || !places.TryGetValue((locale, reply.Name), out var place))
            {
                continue;
            }

            var used = wording.All.SelectMany(t => t.Values).Select(p => p.Text).Concat(reply.Buttons).ToHashSet();
            foreach (var value in reply.Values.Where(v => !used.Contains(v.Name)))
            {
                problems.Add(place.Wrong($"\"{reply.Name}\" never says its value {{{value.Name}}}."));
            }
        }
    }

    private void RenderAll()
    {
        foreach (var preview in book.Previews())
        {
            var place = places[(preview.Locale, preview.Reply.Name)];
            CheckText(preview, place);
            foreach (var button in understands is null ? [] : preview.Rendered.Buttons)
            {
                CheckButton(button, preview.Locale, place);
            }
        }
    }

    private void CheckText(Preview preview, ContentText place)
    {
        var text = preview.Rendered.Text;
        if (text.Length is 0 or > LongestText)
        {
            problems.Add(place.Wrong($"\"{preview.Reply.Name}\" has {text.Length} characters with its samples; 1 to {LongestText} can be sent."));
        }

        if (preview.Reply.IsSubject && text.Contains('\n'))
        {
            problems.Add(place.Wrong($"\"{preview.Reply.Name}\" is the subject of a mail and must stay on one line."));
        }
    }

    private void CheckButton(Button button, string locale, ContentText place)
    {
        if (understands!(button.Text, locale) is null) // Asked only when it is there.
        {
            problems.Add(place.Wrong($"The bot itself would not understand its button \"{button.Text}\"."));
        }
    }

    private void CheckIntentWords(IReadOnlyList<(string Locale, string Intent, ContentText Place)> words, Func<string, string, string?> understand)
    {
        foreach (var (locale, intent, place) in words)
        {
            var understood = understand(place.Text, locale);
            if (understood != intent)
            {
                problems.Add(place.Wrong($"\"{place.Text}\" should be understood as {intent}, but is understood as {understood ?? "nothing"}."));
            }
        }
    }
}
