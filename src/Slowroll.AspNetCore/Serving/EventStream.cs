using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Slowroll.AspNetCore.Watching;

namespace Slowroll.AspNetCore.Serving;

/// <summary>Tells an open page of changes, as server-sent events.</summary>
/// <remarks>It holds no thread while nothing happens. The comments between the events keep proxies from closing the
/// connection, and show which pages are closed.</remarks>
internal static class EventStream
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>Answers until the page is closed or the host stops.</summary>
    public static async Task AnswerAsync(HttpContext context, ChangeFeed feed, CancellationToken stopping)
    {
        var response = context.Response;
        if (HttpMethods.IsHead(context.Request.Method))
        {
            response.ContentType = "text/event-stream";
            return;
        }

        if (stopping.IsCancellationRequested || feed.Join() is not { } last)
        {
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            response.Headers.RetryAfter = "30";
            return;
        }

        try
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
            response.ContentType = "text/event-stream";
            response.Headers["X-Accel-Buffering"] = "no";
            context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
            await SendAsync(response, "retry: 3000\n\n", end.Token).ConfigureAwait(false);
            while (true)
            {
                var next = last.Next;
                using var pause = CancellationTokenSource.CreateLinkedTokenSource(end.Token);
                await Task.WhenAny(next, Task.Delay(Heartbeat, pause.Token)).ConfigureAwait(false);
                await pause.CancelAsync().ConfigureAwait(false);
                end.Token.ThrowIfCancellationRequested();
                if (next.IsCompletedSuccessfully)
                    last = await next.ConfigureAwait(false);
                await SendAsync(response, next.IsCompletedSuccessfully ? TextOf(last) : ":\n\n", end.Token)
                    .ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The page was closed, or the host stops: this is the normal end of the answer.
        }
        finally
        {
            feed.Leave();
        }
    }

    private static string TextOf(PageEvent one) =>
        string.Create(CultureInfo.InvariantCulture, $"event: {one.Kind}\nid: {one.Number}\ndata: {one.Number}\n\n");

    private static async Task SendAsync(HttpResponse response, string text, CancellationToken cancellation)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation).ConfigureAwait(false);
        await response.Body.FlushAsync(cancellation).ConfigureAwait(false);
    }
}
