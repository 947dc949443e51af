using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Slowroll.Servers.Tests.Nginx;

namespace Slowroll.Servers.Tests.Tls;

/// <summary>An nginx that serves over TLS.</summary>
internal static class SecureServer
{
    /// <summary>Starts one.</summary>
    /// <param name="certificate">Its certificate.</param>
    /// <param name="more">What else is said in the block <c>server { }</c>.</param>
    public static Task<NginxServer> StartAsync(PemCertificate certificate, string more = "") =>
        NginxServer.StartAsync(server => Conf(server, certificate, more));

    /// <summary>The address of its config.</summary>
    public static Uri UrlOf(NginxServer server) => new($"https://localhost:{server.Port}/config.json");

    /// <summary>Gives it another certificate and reloads it, as who renews certificates does; waits until it is
    /// shown.</summary>
    public static Task RenewAsync(NginxServer server, PemCertificate certificate) => server.ReloadAsync(
        each => Conf(each, certificate), async () => await ShownByAsync(server) == Thumbprint(certificate));

    private static string Conf(NginxServer server, PemCertificate certificate, string more = "")
    {
        File.WriteAllText(server["certificate.pem"], certificate.Certificate);
        File.WriteAllText(server["key.pem"], certificate.Key);
        return NginxConf.Server($"{server.Listen} ssl", server.Files, more: $"""
            ssl_certificate {server["certificate.pem"]};
            ssl_certificate_key {server["key.pem"]};
            {more}
            """);
    }

    private static async Task<string> ShownByAsync(NginxServer server)
    {
        using TcpClient client = new();
        await client.ConnectAsync("127.0.0.1", server.Port);
        await using SslStream stream = new(client.GetStream());
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            RemoteCertificateValidationCallback = (_, _, _, _) => true,
        });
        return stream.RemoteCertificate!.GetCertHashString();
    }

    private static string Thumbprint(PemCertificate certificate)
    {
        using var read = X509Certificate2.CreateFromPem(certificate.Certificate);
        return read.GetCertHashString();
    }
}
