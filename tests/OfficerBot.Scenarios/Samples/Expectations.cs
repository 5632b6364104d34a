using OfficerBot.Conversation.Samples;
using OfficerBot.Scenarios.Office;

namespace OfficerBot.Scenarios.Samples;

/// <summary>Compares what was sent with what a step expects.</summary>
internal sealed class Expectations(Cast cast, ChatStep step)
{
    /// <summary>What differs, in words; empty when all is as expected.</summary>
    public IEnumerable<string> Differences(IReadOnlyList<SentReply> sent)
    {
        var left = sent.ToList();
        foreach (var expected in step.Expected)
        {
            if (left.FirstOrDefault(s => Mismatch(expected, s) is null) is { } fits)
            {
                left.Remove(fits);
            }
            else
            {
                yield return $"{Nearest(expected, left)}; sent: {Told(sent)}";
            }
        }

        if (left.Count > 0 && (step.IsSilent || (step.Expected.Count > 0 && !step.AllowsMore)))
        {
            yield return $"sent besides: {Told(left)}";
        }
    }

    private string Nearest(ExpectedReply expected, List<SentReply> left) =>
        left.Where(s => s.Reply == expected.Reply).Select(s => Mismatch(expected, s)).FirstOrDefault() ?? $"expected {expected.Reply}";

    private string? Mismatch(ExpectedReply expected, SentReply sent)
    {
        if (expected.InGroup is { } inGroup && inGroup != sent.InGroup)
        {
            return $"expected {expected.Reply} to {(inGroup ? "the group" : "a person")}";
        }

        if (expected.To is { } to && cast.Find(to)?.Id.Value != sent.Person)
        {
            return $"expected {expected.Reply} to {to}";
        }

        return expected.Mismatch(sent.Reply, sent.Values, sent.Text);
    }

    private static string Told(IEnumerable<SentReply> sent) => string.Join("; ", sent.Select(s => s.ToString()).DefaultIfEmpty("nothing"));
}
