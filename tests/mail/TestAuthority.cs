using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OfficerBot.Mailing;

/// <summary>
/// A certificate authority that lives as long as the test process. SSL_CERT_FILE names it before the first handshake, as an
/// office with an authority of its own would do, so this process and the services it starts trust it without any setting.
/// </summary>
public sealed class TestAuthority
{
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = new(2049, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly X509Certificate2 _root;

    private TestAuthority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        _root = request.CreateSelfSigned(From, Until);
    }

    /// <summary>The one that this process trusts.</summary>
    public static TestAuthority Trusted { get; } = new("OfficerBot test authority");

    /// <summary>One that nobody trusts.</summary>
    public static TestAuthority Stranger { get; } = new("Somebody else's authority");

    /// <summary>A certificate with its key for a host name or an address.</summary>
    public X509Certificate2 Issue(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(host, out var address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        using var bare = request.Create(_root, From, Until, RandomNumberGenerator.GetBytes(8));
        using var whole = bare.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }

    [ModuleInitializer]
    internal static void TrustInThisProcess()
    {
        var file = Path.Combine(Path.GetTempPath(), $"officerbot-test-authority-{Environment.ProcessId}.pem");
        File.WriteAllText(file, Trusted._root.ExportCertificatePem());
        Environment.SetEnvironmentVariable("SSL_CERT_FILE", file); // for the processes we start
        _ = SetNative("SSL_CERT_FILE", file, 1); // for this one: its TLS asks the C library, which .NET's own copy never reaches
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(file);
    }

    [DllImport("libc", EntryPoint = "setenv", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int SetNative(string name, string value, int overwrite);
}
