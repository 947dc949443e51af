using System.Net;
using System.Net.Http.Headers;
using Slowroll.Sources;

namespace Slowroll;

/// <summary>A config behind a URL. Asks conditionally, so that an unchanged config costs a 304 and no body.</summary>
/// <remarks>
/// <para>User info in the URL (<c>https://user:password@host/</c>) is sent as Basic authorization. User info, query and
/// fragment never appear in <see cref="Name"/> or in an error, nor do those of a redirect's target or of a proxy;
/// scheme, host, port and path do. User info isn't sent on after a redirect.</para>
/// <para>An ETag goes back byte for byte if it names one version: not <c>*</c>, no list, at most 512 bytes. After a 4xx
/// that the condition may have caused the config is asked for once more without it.</para>
/// <para>The built-in client follows five redirects, but none from https to http, keeps no cookies and looks its host
/// up again every two minutes. For anything else set <see cref="SlowrollOptions.HttpClient"/>
/// or <see cref="SlowrollOptions.HttpClientFactory"/>.</para>
/// <para>In a browser the browser itself asks conditionally, out of its cache, so that an unchanged config costs a 304
/// there too; it follows redirects as it does for every page. A server of another origin than the page's must allow the
/// page to read its answers (<c>Access-Control-Allow-Origin</c>).</para>
/// <para>A fetch has no deadline of its own: the caller's cancellation token ends it.</para>
/// </remarks>
public sealed class HttpConfigSource : IConfigSource, IDisposable
{
    private readonly SourceUrl _url;
    private readonly SlowrollOptions _options;
    private readonly bool _isOwnClient;
    private readonly object _gate = new();

    // An object, so that a start from the cache doesn't load the type HttpClient.
    private object? _ownClient;
    private readonly TimeProvider _clock;
    private readonly long _maxBytes;
    private volatile bool _isDisposed;

    // 1 if the last request was answered, so that the client may keep its connection.
    private int _keepsConnection;

    /// <summary>A source that reads a URL.</summary>
    /// <param name="url">An absolute URL, http or https.</param>
    /// <param name="options">Only its client, its clock and <see cref="SlowrollOptions.MaxConfigBytes"/> are used
    /// here.</param>
    /// <exception cref="ArgumentException">The URL is relative, or neither http nor https.</exception>
    public HttpConfigSource(Uri url, SlowrollOptions? options = null)
    {
        _url = new SourceUrl(url);
        _options = options?.Copy() ?? new SlowrollOptions();
        _isOwnClient = !_options.HasHttpClient;
        _clock = _options.TimeProvider;
        _maxBytes = _options.MaxConfigBytes;
    }

    /// <summary>The URL without user info, query and fragment.</summary>
    public string Name => _url.Name;

    /// <summary>Identifies this source for the disk cache; it may have secrets in it, so only its hash is
    /// written.</summary>
    internal string Identity => UrlIdentity.Of(_url.RequestUri);

    /// <inheritdoc/>
    /// <remarks>Whatever a server, a proxy or a handler does, there is a result and no exception.</remarks>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The source was disposed.</exception>
    public async ValueTask<FetchResult> FetchAsync(string? etag, CancellationToken cancellationToken)
    {
        HttpRequestMessage? request = null;
        try
        {
            var client = GetClient();
            request = CreateRequest(client);

            // A browser adds the condition itself: see BrowserRequest.
            var isConditional = !OperatingSystem.IsBrowser()
                && HttpValidator.TryApply(request, etag, mayBeLatin1: _isOwnClient);
            FetchResult result;
            HttpStatusCode status;
            try
            {
                (result, status) =
                    await AskAsync(client, request, isConditional, cancellationToken).ConfigureAwait(false);
            }
            catch (HttpRequestException exception)
                when (HasKeptConnection() && KeptConnection.MayHaveLost(exception))
            {
                request.Dispose();
                request = CreateRequest(client);
                if (isConditional)
                    HttpValidator.TryApply(request, etag, mayBeLatin1: _isOwnClient);
                (result, status) =
                    await AskAsync(client, request, isConditional, cancellationToken).ConfigureAwait(false);
            }

            if (!isConditional || !HttpValidator.MayBeTheCauseOf(status))
                return result;

            // Otherwise, if a server always rejects this condition, no newer config would ever come, not even after a
            // restart.
            request.Dispose();
            request = CreateRequest(client);
            return (await AskAsync(client, request, isConditional: false, cancellationToken)
                .ConfigureAwait(false)).Result;
        }
#pragma warning disable CA1031 // At a redirect that makes no sense the platform may throw any exception, and so may handlers.
        catch (Exception exception) when (!(_isDisposed && exception is ObjectDisposedException))
#pragma warning restore CA1031
        {
            // A request that was cancelled may also throw another exception.
            cancellationToken.ThrowIfCancellationRequested();
            return Failed(exception, request);
        }
        finally
        {
            request?.Dispose();
        }
    }

    /// <summary>Disposes the built-in client, but not a client of the options.</summary>
    public void Dispose()
    {
        lock (_gate)
            _isDisposed = true;
        (_ownClient as IDisposable)?.Dispose();
    }

    // The built-in client is made for the first fetch. A start from the cache is over before that and must not pay for
    // it.
    private HttpClient GetClient()
    {
        if (!_isOwnClient)
            return _options.HttpClientFactory?.Invoke() ?? _options.HttpClient!;

        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return (HttpClient)(_ownClient ??= ConfigHttpClient.Create());
        }
    }

    // Asked once for each answer: a server that resets every connection is not asked twice each time.
    private bool HasKeptConnection() => Interlocked.Exchange(ref _keepsConnection, 0) != 0;

    private HttpRequestMessage CreateRequest(HttpClient client)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, _url.RequestUri)
        {
            Version = client.DefaultRequestVersion,
            VersionPolicy = client.DefaultVersionPolicy,
        };
        if (OperatingSystem.IsBrowser())
            BrowserRequest.AskTheServer(request);
        else
            request.Headers.TryAddWithoutValidation("Accept-Encoding", ContentEncoding.Accepted);
        if (_url.BasicCredentials is { } credentials)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        return request;
    }

    private async ValueTask<(FetchResult Result, HttpStatusCode Status)> AskAsync(
        HttpClient client, HttpRequestMessage request, bool isConditional, CancellationToken cancellationToken)
    {
        using var response = await client
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        Volatile.Write(ref _keepsConnection, 1);
        var result = response.StatusCode switch
        {
            _ when HasLostTls(response) => Failed("led from https to http: use an https address all the way"),
            HttpStatusCode.NotModified when isConditional => FetchResult.NotModified,
            HttpStatusCode.OK => await ReadAsync(response, cancellationToken).ConfigureAwait(false),
            _ => Failed(HttpFailure.OfStatus(response, RouteOf(request, exception: null).Proxy)) with
            {
                RetryAfter = RetryAfterHeader.Of(response, _clock),
                IsLasting = HttpFailure.IsLasting(response.StatusCode),
            },
        };
        result = result with
        {
            Age = AgeHeader.Of(response),
            SourceTime = AgeHeader.SourceTimeOf(response, _clock),
            MaxAge = MaxAgeHeader.Of(response),
        };
        return (result, response.StatusCode);
    }

    private async ValueTask<FetchResult> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await HttpBody.ReadAsync(response.Content, _maxBytes, cancellationToken).ConfigureAwait(false);
        return body.Error is { } error
            ? Failed($"can't be used: {error}")
            : FetchResult.Fresh(body.Value, HttpValidator.Of(response));
    }

    // The platform's handlers don't follow such a redirect; a handler of the program may.
    private bool HasLostTls(HttpResponseMessage response) =>
        _url.RequestUri.Scheme == Uri.UriSchemeHttps
            && response.RequestMessage?.RequestUri?.Scheme == Uri.UriSchemeHttp;

    private RequestRoute RouteOf(HttpRequestMessage? request, Exception? exception) =>
        RequestRoute.Of(_url.RequestUri, request, _isOwnClient, exception);

    private FetchResult Failed(string what) => FetchResult.Failed($"{Name} {what}.");

    private FetchResult Failed(Exception exception, HttpRequestMessage? request)
    {
        var what = OperatingSystem.IsBrowser() && exception is HttpRequestException or IOException
            ? BrowserRequest.WhyNot(_url.RequestUri, PageOrigin.Find())
            : HttpFailure.OfException(exception, RouteOf(request, exception), _isOwnClient);
        return FetchResult.Failed($"{Name} {what}.", _url.IsExposedBy(exception) ? null : HttpCause.Of(exception));
    }
}
