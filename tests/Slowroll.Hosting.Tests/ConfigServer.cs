using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Slowroll.Hosting.Tests;

/// <summary>A real web server that sends a config with one flag.</summary>
internal sealed class ConfigServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _requests;

    private ConfigServer(WebApplication app) => _app = app;

    /// <summary>What the flag answers.</summary>
    public required int Value { get; init; }

    /// <summary>Whether every request is answered with 500.</summary>
    public bool IsDown { get; set; }

    /// <summary>Whether requests are taken and never answered.</summary>
    public bool IsSilent { get; init; }

    /// <summary>How many requests came.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>The last request's header <c>X-Team</c>.</summary>
    public string? Team { get; private set; }

    public Uri Url => new(_app.Urls.Single());

    public static string ConfigOf(int value) =>
        $$$"""{"s": {"f": {"stable": {{{value.ToString(CultureInfo.InvariantCulture)}}}} } }""";

    public static async Task<ConfigServer> StartAsync(int value, bool isDown = false, bool isSilent = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new ConfigServer(builder.Build()) { Value = value, IsDown = isDown, IsSilent = isSilent };
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        Team = context.Request.Headers["X-Team"];
        if (IsSilent)
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        context.Response.StatusCode = IsDown ? 500 : 200;
        await context.Response.WriteAsync(ConfigOf(Value));
    }
}
