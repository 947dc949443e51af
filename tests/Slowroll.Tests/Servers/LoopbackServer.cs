using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Slowroll.Tests.Servers;

/// <summary>A real web server on a free port of this machine; it remembers what it was asked.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();

    private LoopbackServer(WebApplication app) => _app = app;

    /// <summary>The address of a config on it.</summary>
    public Uri Url { get; private set; } = null!;

    /// <summary>All requests so far, oldest first.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>Starts a server that answers by a function.</summary>
    public static Task<LoopbackServer> StartAsync(RequestDelegate answer, bool tls = false)
    {
        var certificate = tls ? SelfSigned() : null;
        return StartAsync(answer, certificate is null ? null : () => certificate);
    }

    /// <summary>Starts a server that asks for its certificate at every handshake; null for one without TLS.</summary>
    public static async Task<LoopbackServer> StartAsync(RequestDelegate answer, Func<X509Certificate2>? certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            // Else only ASCII would come and go: a test must see the very bytes.
            kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
            kestrel.ResponseHeaderEncodingSelector = _ => Encoding.Latin1;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, 0, endpoint =>
            {
                if (certificate is not null)
                    endpoint.UseHttps(https => https.ServerCertificateSelector = (_, _) => certificate());
            });
        });

        var server = new LoopbackServer(builder.Build());
        server._app.Run(context =>
        {
            server._requests.Enqueue(RecordedRequest.Of(context.Request));
            return answer(context);
        });
        await server._app.StartAsync();
        server.Url = new Uri(server._app.Urls.Single() + "/config.json");
        return server;
    }

    /// <summary>Starts a server that answers every request with a text and status 200.</summary>
    public static Task<LoopbackServer> StartAsync(string body, params (string Name, string Value)[] headers) =>
        StartAsync(Encoding.UTF8.GetBytes(body), headers);

    /// <summary>Starts a server that answers every request with bytes and status 200.</summary>
    public static Task<LoopbackServer> StartAsync(byte[] body, params (string Name, string Value)[] headers) =>
        StartAsync(context =>
        {
            foreach (var (name, value) in headers)
                context.Response.Headers.Append(name, value);
            return context.Response.Body.WriteAsync(body).AsTask();
        });

    public async ValueTask DisposeAsync()
    {
        // Requests that hang on purpose must not be waited for.
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }

    /// <summary>A new certificate that nobody trusts.</summary>
    public static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate =
            request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        // Only a certificate that was loaded with its key serves on every platform.
        var exported = certificate.Export(X509ContentType.Pkcs12);
#if NET9_0_OR_GREATER
        return X509CertificateLoader.LoadPkcs12(exported, password: null);
#else
        return new X509Certificate2(exported);
#endif
    }
}

/// <summary>A request as it reached the server.</summary>
internal sealed record RecordedRequest(string Target, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>A header's value; null where it wasn't sent.</summary>
    public string? this[string header] => Headers.GetValueOrDefault(header);

    public static RecordedRequest Of(HttpRequest request) => new(
        request.Path + request.QueryString,
        request.Headers.ToDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
}
