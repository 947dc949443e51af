using System.Collections.Concurrent;

namespace Slowroll.Servers.Tests.Servers;

/// <summary>Notes what servers really answer, before the library reads it.</summary>
internal sealed class AnswerLog(SocketsHttpHandler inner) : DelegatingHandler(inner)
{
    private readonly ConcurrentQueue<Answer> _answers = new();

    public AnswerLog() : this(new SocketsHttpHandler()) { }

    /// <summary>All answers so far.</summary>
    public IReadOnlyList<Answer> All => [.. _answers];

    /// <summary>The last answer.</summary>
    public Answer Last => _answers.Last();

    /// <summary>A client for the options of a config.</summary>
    public HttpClient Client() => new(this, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = Header(request.Headers, "If-None-Match");
        var response = await base.SendAsync(request, cancellationToken);
        _answers.Enqueue(new(
            (int)response.StatusCode,
            asked,
            Header(response.Headers, "ETag"),
            Header(response.Content.Headers, "Content-Encoding"),
            Header(response.Headers, "X-Cache")));
        return response;
    }

    private static string? Header(System.Net.Http.Headers.HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}

/// <summary>An answer, and what was asked.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Asked">The <c>If-None-Match</c> of the request.</param>
/// <param name="ETag">Its <c>ETag</c>.</param>
/// <param name="Encoding">Its <c>Content-Encoding</c>.</param>
/// <param name="Cache">What the proxy says that its cache did.</param>
internal sealed record Answer(int Status, string? Asked, string? ETag, string? Encoding, string? Cache);
