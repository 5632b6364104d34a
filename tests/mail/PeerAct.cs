using System.Text;

namespace OfficerBot.Mailing;

/// <summary>What a scripted server does at one point of the talk, instead of behaving well.</summary>
public sealed record PeerAct(byte[] Says, bool Drops = false, bool Hangs = false)
{
    public static PeerAct Drop { get; } = new([], Drops: true);

    public static PeerAct Hang { get; } = new([], Hangs: true);

    /// <summary>Lines without their last CRLF.</summary>
    public static PeerAct Say(string text) => new(Encoding.UTF8.GetBytes(text + "\r\n"));

    public static PeerAct SayThenDrop(string text) => Say(text) with { Drops = true };
}
