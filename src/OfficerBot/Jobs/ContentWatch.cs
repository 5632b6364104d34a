using OfficerBot.Conversation.Content;
using OfficerBot.Conversation.Understanding;
using OfficerBot.Conversation.Understanding.Content;
using OfficerBot.Settings;
using OfficerBot.Wiring;

namespace OfficerBot.Jobs;

/// <summary>
/// Takes changed words and rules while the service runs. A change is loaded and checked aside, when the files have stood still from one look to the next
/// (an editor or a copy may be half done); whole, it is in force from the next message on. With a mistake nothing of it is, which is said once.
/// </summary>
internal sealed partial class ContentWatch(Contents contents, OfficerBotSettings settings, Reader reader, ReplyShelf replies, TimeProvider machine, ILogger<ContentWatch> log) : IJob
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    private long? _lookedAt;
    private string _tried = contents.State;
    private string? _seen;
    private string? _said;

    /// <inheritdoc/>
    public Task<bool> RunAsync(CancellationToken cancel)
    {
        if (_lookedAt is null && replies.Problems.Count > 0)
        {
            Refuse("words of replies", [.. replies.Problems.Select(p => p.ToString())]); // since the start the built-in words stand in for them
        }

        if (_lookedAt is not { } at || machine.GetElapsedTime(at) >= Every)
        {
            _lookedAt = machine.GetTimestamp();
            Look();
        }

        return Task.FromResult(false); // no other job has work by it
    }

    private void Look()
    {
        try
        {
            var now = FolderState.Of(Contents.BuiltIn, settings.ContentPath);
            var before = _seen;
            _seen = now;
            if (now == before && now != _tried)
            {
                _tried = now;
                Take();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            _tried = ""; // a file that cannot be read, a folder that is gone: tried again
            Refuse("rules and words", [e.Message]);
        }
    }

    private void Take()
    {
        var overriding = Contents.Overriding(settings);
        var (content, mistakes) = LanguageContent.Load(Contents.RulesFolder(overriding));
        if (content is not null)
        {
            reader.Take(content);
        }

        var wrong = replies.Reload();
        Tell([.. mistakes.Select(m => m.ToString())], [.. wrong.Select(w => w.ToString())]);
    }

    private void Tell(IReadOnlyList<string> rules, IReadOnlyList<string> words)
    {
        if (rules.Count + words.Count == 0)
        {
            _said = null;
            Taken();
            return;
        }

        Refuse(rules.Count > 0 && words.Count > 0 ? "rules and words" : rules.Count > 0 ? "rules" : "words of replies", [.. rules, .. words]);
    }

    private void Refuse(string what, IReadOnlyList<string> mistakes)
    {
        if (_said != mistakes[0])
        {
            _said = mistakes[0];
            Refused(what, mistakes.Count, mistakes[0]);
        }
    }

    [LoggerMessage(231, LogLevel.Information, "Content: the changed words and rules are in force.")]
    private partial void Taken();

    [LoggerMessage(232, LogLevel.Warning, "Content: the operator's {What} are not taken, those of before stay in force; {Count} mistakes, see officerbot check. {Mistake}")]
    private partial void Refused(string what, int count, string mistake);
}
