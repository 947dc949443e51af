using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Slowroll.Servers.Tests.Servers;

/// <summary>A certificate authority that nobody knows, and a certificate of it for 127.0.0.1.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly TemporaryDirectory _folder = new();
    private readonly X509Certificate2 _authority;

    public TestAuthority()
    {
        var from = DateTimeOffset.UtcNow.AddHours(-1);
        var until = DateTimeOffset.UtcNow.AddDays(1);
        using var itsKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest itself = new("CN=Test authority", itsKey, HashAlgorithmName.SHA256);
        itself.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        _authority = itself.CreateSelfSigned(from, until);

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(_authority, from, until, [1, 2, 3, 4]);
        File.WriteAllText(AuthorityFile, _authority.ExportCertificatePem());
        File.WriteAllText(CertificateFile, certificate.ExportCertificatePem());
        File.WriteAllText(KeyFile, key.ExportPkcs8PrivateKeyPem());
    }

    public string AuthorityFile => _folder["ca.pem"];

    public string CertificateFile => _folder["server.pem"];

    public string KeyFile => _folder["server.key"];

    /// <summary>Trusts this authority and no other.</summary>
    public void Trust(SslClientAuthenticationOptions tls)
    {
        tls.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        tls.CertificateChainPolicy.CustomTrustStore.Add(_authority);
    }

    public void Dispose()
    {
        _authority.Dispose();
        _folder.Dispose();
    }
}
