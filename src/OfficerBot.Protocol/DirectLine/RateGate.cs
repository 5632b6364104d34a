using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>
/// Slows down who hammers. New conversations count per address (a whole office may share one, hence the burst), posts per user and
/// conversation. Reading is never limited: a poll that is refused ends DirectLineJS for good, without a word.
/// </summary>
internal sealed class RateGate(DirectLineSettings settings, DirectLineMeter meter) : IDisposable
{
    private readonly PartitionedRateLimiter<string> arrivals = Buckets(burst: 60, perSecond: 1);
    private readonly PartitionedRateLimiter<string> posts = Buckets(burst: 20, perSecond: 5);

    /// <summary>Null when the caller may ask for a token or conversation.</summary>
    public Refusal? Arrival(HttpContext context) => Take(arrivals, "arrival", context.Connection.RemoteIpAddress?.ToString() ?? "unknown");

    /// <summary>Null when the user may post.</summary>
    public Refusal? Post(string conversationId, DirectLineUser? user) => Take(posts, "post", $"{conversationId} {user?.Id}");

    public void Dispose()
    {
        arrivals.Dispose();
        posts.Dispose();
    }

    private Refusal? Take(PartitionedRateLimiter<string> limiter, string kind, string key)
    {
        if (!settings.RateLimitsEnabled)
        {
            return null;
        }

        using var lease = limiter.AttemptAcquire(key);
        if (lease.IsAcquired)
        {
            return null;
        }

        meter.Limited(kind);
        return Refusal.TooMany(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1));
    }

    private static PartitionedRateLimiter<string> Buckets(int burst, int perSecond) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));
}
