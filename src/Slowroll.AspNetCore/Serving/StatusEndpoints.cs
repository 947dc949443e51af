using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Slowroll.AspNetCore.Reading;
using Slowroll.AspNetCore.Showing;
using Slowroll.AspNetCore.Watching;
using Slowroll.Texts;

namespace Slowroll.AspNetCore.Serving;

/// <summary>The endpoints of a status page. They only read.</summary>
internal sealed class StatusEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    private readonly StatusPageOptions _options;
    private readonly ILogger _log;
    private readonly string? _environment;
    private readonly CancellationToken _stopping;
    private readonly HostConfigs _configs;
    private readonly ChangeFeed _feed;
    private int _isWarned;

    public StatusEndpoints(IServiceProvider services, StatusPageOptions options, ILogger log)
    {
        (_options, _log) = (options, log);
        var host = services.GetService<IHostEnvironment>();
        _environment = host?.IsDevelopment() == true ? null : host?.EnvironmentName ?? "unknown";
        _stopping = services.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        _configs = new(services.GetService<TimeProvider>() ?? TimeProvider.System);
        _feed = new(_configs, services, options.MaxListeners, log, _stopping);
    }

    /// <summary>Maps them.</summary>
    public void Map(RouteGroupBuilder group)
    {
        Map(group, "", "the page", AnswerPageAsync);
        Map(group, "/data", "data", context =>
            AnswerJsonAsync(context, (page, json) => new DataJson(page, json).Write()));
        Map(group, "/host", "host", context =>
            AnswerJsonAsync(context, (page, json) => new HostJson(page, json).Write()));
        Map(group, "/events", "events", context => EventStream.AnswerAsync(context, _feed, _stopping))
            .WithMetadata(new DisableRequestTimeoutAttribute());
    }

    private IEndpointConventionBuilder Map(RouteGroupBuilder group, string path, string what, RequestDelegate answer) =>
        group.MapMethods(path, Methods, context =>
        {
            WarnIfOpen(context);
            PageHeaders.Set(context.Response);
            return answer(context);
        }).WithDisplayName($"Slowroll status page, {what}").ExcludeFromDescription();

    private async Task AnswerPageAsync(HttpContext context)
    {
        if (await ReadAsync(context).ConfigureAwait(false) is not { } page)
            return;

        var html = await new PageWriter(page, DataLink(context.Request)).WriteAsync(context.RequestAborted)
            .ConfigureAwait(false);
        await SendAsync(context, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(html)).ConfigureAwait(false);
    }

    private async Task AnswerJsonAsync(HttpContext context, Action<ShownPage, Utf8JsonWriter> write)
    {
        if (await ReadAsync(context).ConfigureAwait(false) is not { } page)
            return;

        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, new() { Indented = true }))
            write(page, json);
        await SendAsync(context, "application/json", bytes.WrittenMemory).ConfigureAwait(false);
    }

    private async Task<ShownPage?> ReadAsync(HttpContext context)
    {
        if (PageQuery.Read(context.Request.Query) is not { } query)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await SendAsync(
                context, "text/plain; charset=utf-8",
                Encoding.UTF8.GetBytes($"A text of the query has more than {PageQuery.Longest} characters.\n"))
                .ConfigureAwait(false);
            return null;
        }

        var services = context.RequestServices;
        var configs = await _configs.ReadAsync(services, context.RequestAborted).ConfigureAwait(false);
        return new(OneLine.Of(_options.Title ?? HostConfigs.ApplicationName(services)), configs, query, _configs.Now);
    }

    private static async Task SendAsync(HttpContext context, string type, ReadOnlyMemory<byte> bytes)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
    }

    // Relative to the page, which may be behind a proxy that gives its folders other names.
    private static string DataLink(HttpRequest request)
    {
        var path = (request.PathBase + request.Path).ToUriComponent();
        return $"./{(path.EndsWith('/') ? "" : path[(path.LastIndexOf('/') + 1)..] + "/")}data";
    }

    private void WarnIfOpen(HttpContext context)
    {
        if (_environment is null || Volatile.Read(ref _isWarned) != 0)
            return;

        var metadata = context.GetEndpoint()?.Metadata;
        if (metadata?.GetMetadata<IAuthorizeData>() is null
            && metadata?.GetMetadata<AuthorizationPolicy>() is null
            && Interlocked.Exchange(ref _isWarned, 1) == 0)
        {
            PageLog.IsOpen(_log, _environment);
        }
    }
}
