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

    /// <summary>Gives it another certificate and reloads it, as who renews certificates does.</summary>
    public static Task RenewAsync(NginxServer server, PemCertificate certificate) =>
        server.ReloadAsync(Conf(server, certificate));

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
}
