using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Slowroll.Servers.Tests.Tls;

/// <summary>A certificate authority of a test's own.</summary>
internal sealed class TestAuthority : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    private readonly X509Certificate2 _root;

    public TestAuthority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _root = RequestOf("CN=A test's authority", key, isAuthority: true)
            .CreateSelfSigned(Now.AddYears(-2), Now.AddYears(2));
    }

    /// <summary>A client that trusts this authority and no other one.</summary>
    public SocketsHttpHandler TrustingHandler() => new()
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { _root },
                RevocationMode = X509RevocationMode.NoCheck,
            },
        },
    };

    /// <summary>A certificate of this authority, with its key.</summary>
    /// <param name="host">A name or an IP address.</param>
    /// <param name="from">The first day, counted from today.</param>
    /// <param name="until">The last day, counted from today.</param>
    public PemCertificate Issue(string host = "localhost", int from = -1, int until = 1)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var serial = RandomNumberGenerator.GetBytes(8);
        using var certificate = RequestOf($"CN={host}", key, isAuthority: false, host)
            .Create(_root, Now.AddDays(from), Now.AddDays(until), serial);
        return new(certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>A certificate that nobody has issued.</summary>
    public static PemCertificate SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = RequestOf("CN=localhost", key, isAuthority: false, "localhost")
            .CreateSelfSigned(Now.AddDays(-1), Now.AddDays(1));
        return new(certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    public void Dispose() => _root.Dispose();

    private static CertificateRequest RequestOf(string subject, ECDsa key, bool isAuthority, string? host = null)
    {
        CertificateRequest request = new(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, critical: true));
        if (host is not null)
        {
            SubjectAlternativeNameBuilder names = new();
            names.AddDnsName(host);
            request.CertificateExtensions.Add(names.Build());
        }

        return request;
    }
}

/// <summary>A certificate and its key, as servers read them from files.</summary>
internal sealed record PemCertificate(string Certificate, string Key);
