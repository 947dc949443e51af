using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Net.Http.Headers;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Serving;

/// <summary>Serves a config on this machine.</summary>
internal sealed class DevelopmentServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ServedConfig _config;
    private readonly ServingFaults _faults;
    private readonly string _path;
    private readonly Action<string> _tell;

    private DevelopmentServer(
        WebApplication app, ServedConfig config, string name, ServingFaults faults, Action<string> tell)
    {
        (_app, _config, _faults, _path, _tell) = (app, config, faults, $"/{name}", tell);
        _app.Run(AnswerAsync);
    }

    /// <summary>Where the config is.</summary>
    public Uri Url { get; private set; } = null!;

    /// <summary>Starts to serve.</summary>
    /// <param name="config">The config.</param>
    /// <param name="name">Its name in the URL.</param>
    /// <param name="port">The port; 0 for a free one.</param>
    /// <param name="faults">The faults that are asked for.</param>
    /// <param name="tell">Prints a line about a request.</param>
    /// <exception cref="NotReadableException">The port can't be used.</exception>
    public static async Task<DevelopmentServer> StartAsync(
        ServedConfig config, string name, int port, ServingFaults faults, Action<string> tell)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        // The command ends at Ctrl+C by itself.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        DevelopmentServer server = new(builder.Build(), config, name, faults, tell);
        try
        {
            await server._app.StartAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or System.Net.Sockets.SocketException)
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw new NotReadableException(
                $"Port {port} can't be used ({OneLine.Message(exception.Message).TrimEnd('.')}). Name another one with "
                    + "--port; 0 takes one that is free.");
        }

        server.Url = new($"{server._app.Urls.Single()}/{Uri.EscapeDataString(name)}");
        return server;
    }

    /// <summary>Ends at once: an answer that is delayed isn't waited for.</summary>
    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource atOnce = new();
        await atOnce.CancelAsync().ConfigureAwait(false);
        try
        {
            await _app.StopAsync(atOnce.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
        }

        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var sent = "";
        try
        {
            var isOurs = context.Request.Path.Value is "/" || context.Request.Path.Value == _path;
            await Task.Delay(_faults.Delay, context.RequestAborted).ConfigureAwait(false);
            sent = !isOurs ? Refuse(context, StatusCodes.Status404NotFound)
                : !IsRead(context) ? Refuse(context, StatusCodes.Status405MethodNotAllowed)
                : _faults.NextFailure() is { } failure ? Refuse(context, failure)
                : await SendAsync(context, _config.Look()).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            sent = " given up";
        }

        var request = context.Request;
        _tell($"{OneLine.Of(request.Method)} {OneLine.Of(request.Path.Value ?? "")} "
            + $"{context.Response.StatusCode}{sent} {OneLine.Of(request.Headers.UserAgent.ToString())}".TrimEnd());
    }

    private static string Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status405MethodNotAllowed)
            context.Response.Headers.Allow = "GET, HEAD";
        return "";
    }

    private static async Task<string> SendAsync(HttpContext context, ServedVersion version)
    {
        var (request, response) = (context.Request, context.Response);
        var isGzip = TakesGzip(request);
        var etag = isGzip ? version.GzipETag : version.ETag;
        response.Headers.ETag = etag;
        response.Headers.Vary = "Accept-Encoding";
        response.Headers.CacheControl = "no-cache";
        if (Knows(request, version))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return $" {etag}";
        }

        var body = isGzip ? version.Gzip : version.Bytes;
        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        if (isGzip)
            response.Headers.ContentEncoding = "gzip";
        if (!HttpMethods.IsHead(request.Method))
            await response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
        return string.Create(
            CultureInfo.InvariantCulture, $" {etag} {body.Length} bytes{(isGzip ? " gzip" : "")}");
    }

    private static bool IsRead(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);

    private static bool Knows(HttpRequest request, ServedVersion version) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
        && known.Any(tag => tag.Tag == "*" || tag.Tag == version.ETag || tag.Tag == version.GzipETag);

    private static bool TakesGzip(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var accepted)
        && accepted.Any(encoding => encoding.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase)
            && encoding.Quality is not 0);

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
