using OfficerBot.Domain.People;
using OfficerBot.Storage;

namespace OfficerBot.Jobs;

/// <summary>
/// What waits for one chat, in order. It holds a few messages; when more wait they stay in the store and are read when there is room, so that a channel
/// that is down for hours costs no memory. Guarded by its own lock; only one worker sends from it at a time.
/// </summary>
internal sealed class ConnectorLane(ChatId chat)
{
    /// <summary>Messages held in memory.</summary>
    public const int MostHeld = 32;

    private readonly Lock _lock = new();
    private readonly Queue<PendingMessage> _held = new();
    private readonly Dictionary<string, string> _cards = new(StringComparer.Ordinal);
    private long _newest;
    private int _leftInStore;
    private bool _hasMore;
    private bool _isBusy;
    private ChatReference? _news;
    private ConnectorReference? _reference;

    public ChatId Chat => chat;

    /// <summary>Tries of the message at the head; null before the first.</summary>
    public ConnectorTries? Tries { get; set; }

    /// <summary>The id under which a card was last sent here, when that is so lately that the store may not know it yet; else null.</summary>
    public string? SentAs(string card) => _cards.GetValueOrDefault(card);

    /// <summary>The card was sent.</summary>
    public void Remember(string card, string id)
    {
        if (_cards.Count >= MostHeld)
        {
            _cards.Clear();
        }

        _cards[card] = id;
    }

    /// <summary>Nothing can be written here until something comes from there.</summary>
    public bool IsDead { get; set; }

    /// <summary>Something came: the way to the chat is known anew, or was lost.</summary>
    public ChatReference News
    {
        set => Volatile.Write(ref _news, value);
    }

    /// <summary>Fires when the lane has rested; null while it need not.</summary>
    public ITimer? Rest { get; set; }

    /// <summary>The way to the chat, for the worker; null when there is none.</summary>
    public ConnectorReference? Reference(SqliteStore store)
    {
        if (Interlocked.Exchange(ref _news, null) is { } news)
        {
            IsDead = false;
            _reference = news.Json is { } json ? ConnectorReference.Parse(json) : null;
        }

        return _reference ??= store.Read(s => s.Chats.Reference(chat)) is { } kept ? ConnectorReference.Parse(kept) : null;
    }

    /// <summary>The channel's name, for measures.</summary>
    public string Channel => _reference?.Channel ?? "unknown";

    /// <summary>The worker knows better.</summary>
    public void Replace(ConnectorReference reference) => _reference = reference;

    /// <summary>Adds a message. True when the lane was idle and is now to be worked on.</summary>
    public bool Add(PendingMessage message)
    {
        lock (_lock)
        {
            if (_hasMore || _held.Count >= MostHeld)
            {
                _hasMore = true;
                _leftInStore++;
            }
            else if (message.Id > _newest)
            {
                _held.Enqueue(message);
                _newest = message.Id;
            }

            return Begin();
        }
    }

    /// <summary>The store has messages that are not held here. True when the lane was idle and is now to be worked on.</summary>
    public bool ReadMore()
    {
        lock (_lock)
        {
            _hasMore = true;
            return Begin();
        }
    }

    /// <summary>The message to be sent now; null when none is left, and the lane is idle then.</summary>
    public PendingMessage? Head(SqliteStore store)
    {
        while (true)
        {
            long newest;
            int left;
            lock (_lock)
            {
                if (_held.TryPeek(out var head))
                {
                    return head;
                }

                if (!_hasMore)
                {
                    _isBusy = false;
                    return null;
                }

                newest = _newest;
                left = _leftInStore;
            }

            Refill(store.Read(s => s.Outbox.WaitingIn(chat, newest, MostHeld)), left);
        }
    }

    /// <summary>The head is settled.</summary>
    public void Next()
    {
        lock (_lock)
        {
            _held.Dequeue();
        }

        Tries = null;
    }

    /// <summary>True when it holds nothing and nobody works on it, so that it can be forgotten.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_lock)
            {
                return !_isBusy;
            }
        }
    }

    private bool Begin()
    {
        if (_isBusy)
        {
            return false;
        }

        return _isBusy = true;
    }

    // What was announced after the look at the store began may not have been seen.
    private void Refill(IReadOnlyList<PendingMessage> read, int left)
    {
        lock (_lock)
        {
            foreach (var message in read)
            {
                _held.Enqueue(message);
                _newest = message.Id;
            }

            _hasMore = read.Count == MostHeld || left != _leftInStore;
        }
    }
}
