using System.Diagnostics.Metrics;

namespace OfficerBot.Protocol.DirectLine;

/// <summary>What Direct Line counts.</summary>
internal sealed class DirectLineMeter
{
    private readonly UpDownCounter<int> streams;
    private readonly Counter<long> refused;
    private readonly Counter<long> uploads;
    private readonly Counter<long> limited;
    private readonly Counter<long> cut;

    public DirectLineMeter(IMeterFactory factory)
    {
        var meter = factory.Create(Meters.Name);
        streams = meter.CreateUpDownCounter<int>("officerbot.streams", "{stream}", "Sockets that are open.");
        cut = meter.CreateCounter<long>("officerbot.streams.cut", "{stream}", "Sockets cut because nothing was taken from them in time.");
        refused = meter.CreateCounter<long>("officerbot.tokens.refused", "{token}", "Requests refused for their token, by door and reason.");
        uploads = meter.CreateCounter<long>("officerbot.uploads", "{upload}", "Posts with files, by what became of them.");
        limited = meter.CreateCounter<long>("officerbot.rate_limited", "{request}", "Requests refused because there were too many, by kind.");
    }

    public void StreamOpened() => streams.Add(1);

    public void StreamClosed() => streams.Add(-1);

    public void StreamCut() => cut.Add(1);

    /// <param name="reason">missing, expired, invalid, origin, conversation.</param>
    public void Refused(string reason) => refused.Add(1, new("door", "directline"), new("reason", reason));

    /// <param name="outcome">taken, refused.</param>
    public void Uploaded(string outcome) => uploads.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <param name="kind">arrival, post, socket, upload.</param>
    public void Limited(string kind) => limited.Add(1, new KeyValuePair<string, object?>("kind", kind));
}
