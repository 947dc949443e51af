using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Slowroll.Blazor.Tests;

/// <summary>A config as a web server serves it, with an ETag; and as the test wants it at the moment.</summary>
internal sealed class ServedConfig
{
    private readonly ConcurrentQueue<ServedAnswer> _answers = new();

    /// <summary>The file's text.</summary>
    public string Json { get; set; } = With(oneClick: """{ "stable": false }""");

    /// <summary>Whether the server breaks connections off.</summary>
    public bool IsDown { get; set; }

    /// <summary>The status of an error; null for none.</summary>
    public int? Error { get; set; }

    /// <summary>Whether bodies are sent as gzip.</summary>
    public bool IsCompressed { get; set; }

    /// <summary>What each answer has besides its ETag.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; set; } = new Dictionary<string, string>();

    /// <summary>What was answered so far, oldest first.</summary>
    public IReadOnlyList<ServedAnswer> Answers => [.. _answers];

    /// <summary>A config.</summary>
    public static string With(string oneClick) => $$"""{ "checkout": { "one_click": {{oneClick}} } }""";

    /// <summary>Completes when there are so many answers.</summary>
    public async Task HasAnsweredAsync(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (_answers.Count < count)
            await Task.Delay(10, patience.Token);
    }

    /// <summary>Answers a request.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        if (IsDown)
        {
            context.Abort();
            return;
        }

        var body = Encoding.UTF8.GetBytes(Json);
        var tag = $"\"{Convert.ToHexString(SHA256.HashData(body))[..8]}\"";
        var condition = context.Request.Headers.IfNoneMatch.ToString();
        foreach (var (name, value) in Headers)
            context.Response.Headers.Append(name, value);
        if (Error is { } error)
        {
            context.Response.StatusCode = error;
            return;
        }

        context.Response.Headers.ETag = tag;
        var isSent = HttpMethods.IsGet(context.Request.Method) && condition != tag;
        context.Response.StatusCode = isSent ? StatusCodes.Status200OK
            : HttpMethods.IsGet(context.Request.Method) ? StatusCodes.Status304NotModified
            : StatusCodes.Status204NoContent;
        if (isSent)
            await SendAsync(context.Response, body);
        _answers.Enqueue(new(context.Request.Method, condition, context.Response.StatusCode));
    }

    private async Task SendAsync(HttpResponse response, byte[] body)
    {
        if (IsCompressed)
        {
            using MemoryStream compressed = new();
            await using (GZipStream gzip = new(compressed, CompressionLevel.Fastest))
                await gzip.WriteAsync(body);
            body = compressed.ToArray();
            response.Headers.ContentEncoding = "gzip";
        }

        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body);
    }
}

/// <summary>An answer: to which method, to which <c>If-None-Match</c>, with which status.</summary>
internal sealed record ServedAnswer(string Method, string Condition, int Status);
