using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace QuickStart;

/// <summary>A static file behind a web server, which is all that a rollout needs: bytes, an ETag, and 304 for who has
/// them.</summary>
internal sealed class ConfigServer : IAsyncDisposable
{
    private readonly WebApplication _web;
    private volatile byte[] _config;
    private int _sent;
    private int _notModified;

    private ConfigServer(WebApplication web, byte[] config) => (_web, _config) = (web, config);

    public Uri Url => new(new Uri(_web.Urls.Single()), "app_features.json");

    /// <summary>How often the whole config went over the wire.</summary>
    public int Sent => Volatile.Read(ref _sent);

    /// <summary>How often the answer was only "you have it".</summary>
    public int NotModified => Volatile.Read(ref _notModified);

    public string ETag => $"\"{Convert.ToHexStringLower(SHA256.HashData(_config))[..8]}\"";

    public static async Task<ConfigServer> StartAsync(byte[] config)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();

        var web = builder.Build();
        var server = new ConfigServer(web, config);
        web.MapGet("/app_features.json", server.Answer);
        await web.StartAsync();
        return server;
    }

    public void Publish(byte[] config) => _config = config;

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private IResult Answer(HttpRequest request, HttpResponse response)
    {
        response.Headers.ETag = ETag;
        if (request.Headers.IfNoneMatch == ETag)
        {
            Interlocked.Increment(ref _notModified);
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        Interlocked.Increment(ref _sent);
        return Results.Bytes(_config, "application/json");
    }
}
