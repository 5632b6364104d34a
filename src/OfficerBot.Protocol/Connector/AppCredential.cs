using System.Security.Cryptography.X509Certificates;

namespace OfficerBot.Protocol.Connector;

/// <summary>By what the app proves itself to the token endpoint.</summary>
public abstract record AppCredential
{
    private AppCredential()
    {
    }

    /// <summary>A client secret.</summary>
    public sealed record Secret(string Value) : AppCredential
    {
        /// <summary>Never the secret.</summary>
        public override string ToString() => "Secret";
    }

    /// <summary>A certificate with its RSA key, read anew for each request so that a renewed file needs no restart. The caller of Open disposes it.</summary>
    public sealed record Certificate(Func<X509Certificate2> Open) : AppCredential;
}
