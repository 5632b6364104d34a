using OfficerBot.Conversation.Replies;
using OfficerBot.Conversation.Samples;

namespace OfficerBot.Conversation.Content;

/// <summary>Holds samples against contracts: what they expect must exist, and what no sample reaches is listed.</summary>
internal sealed class SampleCheck(ReplyBook book, IReadOnlyList<ChatSample> samples)
{
    /// <summary>Expectations that name replies or values no contract has.</summary>
    public IEnumerable<Problem> Problems() => samples.SelectMany(s => s.Steps.SelectMany(t => t.Expected).SelectMany(e => Problems(FileOf(s), e)));

    /// <summary>Replies that no sample expects, by themselves or inside another reply.</summary>
    public IEnumerable<string> Unreached()
    {
        var reached = new HashSet<string>();
        foreach (var name in samples.SelectMany(s => s.Steps).SelectMany(s => s.Expected).Select(e => e.Reply))
        {
            Reach(name, reached);
        }

        return book.Contracts.SelectMany(c => c.Replies).Select(r => r.Name).Where(n => !reached.Contains(n));
    }

    private static string FileOf(ChatSample sample) => sample.Name.Replace("/", "/samples/") + ".chat";

    private IEnumerable<Problem> Problems(string file, ExpectedReply expected)
    {
        if (book.FindReply(expected.Reply) is not { } reply)
        {
            var names = book.Contracts.SelectMany(c => c.Replies).Select(r => r.Name);
            return [new(file, expected.Line, $"No contract has the reply \"{expected.Reply}\".", Nearest.To(expected.Reply, names))];
        }

        return expected.Values.Select(v => v.Key.Split('.')[0]).Where(v => reply.Find(v) is null).Select(v => new Problem(
            file, expected.Line, $"\"{reply.Name}\" has no value \"{v}\".", Nearest.To(v, reply.Values.Select(x => x.Name))));
    }

    private void Reach(string name, HashSet<string> reached)
    {
        if (!reached.Add(name) || book.FindReply(name) is not { } reply)
        {
            return;
        }

        foreach (var inner in reply.Values.SelectMany(v => v.InnerReplies))
        {
            Reach(inner, reached);
        }
    }
}
