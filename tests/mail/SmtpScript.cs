using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;

namespace OfficerBot.Mailing;

/// <summary>How a scripted server talks. As it comes, it behaves well and speaks plainly.</summary>
public sealed record SmtpScript
{
    /// <summary>With it STARTTLS is offered, or TLS spoken from the first byte.</summary>
    public X509Certificate2? Certificate { get; init; }

    public bool IsTlsFromTheStart { get; init; }

    public ImmutableArray<string> Offers { get; init; } = ["coremail 1Uxr2xKj7kG0xkI17xGrU7I0s8FY2U3Uj8", "AUTH=LOGIN PLAIN", "AUTH LOGIN PLAIN", "DSN"];

    /// <summary>By point: "connect", a verb ("MAIL"), a whole command ("RCPT TO:&lt;x@example.org&gt;"), "body" or "dot".</summary>
    public ImmutableDictionary<string, PeerAct> Acts { get; init; } = ImmutableDictionary<string, PeerAct>.Empty;

    public SmtpScript At(string point, PeerAct act) => this with { Acts = Acts.SetItem(point, act) };

    public SmtpScript At(string point, string reply) => At(point, PeerAct.Say(reply));
}
