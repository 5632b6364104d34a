using OfficerBot.Protocol.Activities;

namespace OfficerBot.Protocol.Authentication;

/// <summary>Who sent a request, as its token proves it.</summary>
public sealed class Caller
{
    private readonly Func<Activity, Authentication.Refused?> _judge;

    internal Caller(string? callerId, Func<Activity, Authentication.Refused?> judge)
    {
        CallerId = callerId;
        _judge = judge;
    }

    /// <summary>To be set as <c>callerId</c> of the activity, in the place of whatever the wire says: <c>urn:botframework:azure</c> or the like.</summary>
    public string? CallerId { get; }

    /// <summary>False only in sample mode: nobody vouches for what the request says.</summary>
    public bool IsProved { get; internal init; } = true;

    /// <summary>Whether this caller may bring this activity; null when it may. A refusal has been logged and counted.</summary>
    public Authentication.Refused? MayBring(Activity activity) => _judge(activity);
}
