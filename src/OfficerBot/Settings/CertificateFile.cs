namespace OfficerBot.Settings;

/// <summary>A certificate with its RSA key: PKCS#12 (.pfx), or both in one PEM file.</summary>
/// <param name="Password">Null: the key is not encrypted.</param>
public sealed record CertificateFile(string Path, string? Password);

/// <summary>Where this machine's own identity is asked for.</summary>
/// <param name="Header">What App Service wants to see; null on other machines.</param>
public sealed record IdentityEndpoint(Uri Endpoint, string? Header);
