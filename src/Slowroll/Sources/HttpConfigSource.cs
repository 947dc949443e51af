using System.Net;
using System.Net.Http.Headers;
using Slowroll.Sources;

namespace Slowroll;

/// <summary>A config behind a URL. Asks conditionally, so that an unchanged config costs a 304 and no body.</summary>
/// <remarks>
/// <para>User info in the URL (<c>https://user:password@host/</c>) is sent as Basic authorization; like the query it never
/// appears in <see cref="Name"/> or in an error. It isn't sent on after a redirect.</para>
/// <para>The built-in client follows five redirects, but none from https to http, keeps no cookies and looks its host up
/// again every two minutes. For anything else set <see cref="SlowrollOptions.HttpClient"/>
/// or <see cref="SlowrollOptions.HttpClientFactory"/>.</para>
/// <para>A fetch has no deadline of its own: the caller's cancellation token ends it.</para>
/// </remarks>
public sealed class HttpConfigSource : IConfigSource, IDisposable
{
    private readonly SourceUrl _url;
    private readonly HttpClient? _ownClient;
    private readonly Func<HttpClient> _clients;
    private readonly TimeProvider _clock;
    private readonly long _maxBytes;

    /// <summary>A source that reads a URL.</summary>
    /// <param name="url">An absolute URL, http or https.</param>
    /// <param name="options">Its client, its clock and <see cref="SlowrollOptions.MaxConfigBytes"/> count here.</param>
    /// <exception cref="ArgumentException">The URL is relative, or neither http nor https.</exception>
    public HttpConfigSource(Uri url, SlowrollOptions? options = null)
    {
        _url = new SourceUrl(url);
        options ??= new SlowrollOptions();
        _ownClient = options is { HttpClient: null, HttpClientFactory: null } ? ConfigHttpClient.Create() : null;
        var client = options.HttpClient ?? _ownClient;
        _clients = options.HttpClientFactory ?? (() => client!);
        _clock = options.TimeProvider;
        _maxBytes = options.MaxConfigBytes;
    }

    /// <summary>The URL without user info, query and fragment.</summary>
    public string Name => _url.Name;

    /// <summary>Tells this source from every other, for the disk cache; it may hold secrets, so only its hash is written.</summary>
    internal string Identity => UrlIdentity.Of(_url.RequestUri);

    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The source was disposed.</exception>
    public async ValueTask<FetchResult> FetchAsync(string? etag, CancellationToken cancellationToken)
    {
        try
        {
            var client = _clients();
            using var request = new HttpRequestMessage(HttpMethod.Get, _url.RequestUri);
            request.Version = client.DefaultRequestVersion;
            request.VersionPolicy = client.DefaultVersionPolicy;
            request.Headers.TryAddWithoutValidation("Accept-Encoding", ContentEncoding.Accepted);
            if (_url.BasicCredentials is { } credentials)
                request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials);
            var isConditional = HttpValidator.TryApply(request, etag, mayBeLatin1: _ownClient is not null);

            using var response = await client
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            var result = response.StatusCode switch
            {
                _ when HasLostTls(response) => Failed("led from https to http: use an https address all the way"),
                HttpStatusCode.NotModified when isConditional => FetchResult.NotModified,
                HttpStatusCode.OK => await ReadAsync(response, cancellationToken).ConfigureAwait(false),
                _ => Failed(HttpFailure.OfStatus(response)) with
                {
                    RetryAfter = RetryAfterHeader.Of(response, _clock),
                    IsLasting = HttpFailure.IsLasting(response.StatusCode),
                },
            };
            return result with { SourceTime = response.Headers.Date, MaxAge = MaxAgeHeader.Of(response) };
        }
        catch (Exception exception) when (HttpFailure.OfException(exception) is not null)
        {
            // A cancelled request may also surface as a broken one.
            cancellationToken.ThrowIfCancellationRequested();
            return Failed(HttpFailure.OfException(exception)!, exception);
        }
        catch (Exception exception) when (_url.IsExposedBy(exception.ToString()))
        {
            // Whoever catches it would log it.
            return Failed(
                $"couldn't be asked: SlowrollOptions.HttpClient threw {exception.GetType().Name}, "
                + "with a secret of the URL in it, so that it isn't shown");
        }
    }

    /// <summary>Disposes the built-in client; one's own stays as it is.</summary>
    public void Dispose() => _ownClient?.Dispose();

    private async ValueTask<FetchResult> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await HttpBody.ReadAsync(response.Content, _maxBytes, cancellationToken).ConfigureAwait(false);
        return body.Error is { } error
            ? Failed($"can't be used: {error}")
            : FetchResult.Fresh(body.Value, HttpValidator.Of(response));
    }

    // The platform's handlers refuse this themselves; one's own may not.
    private bool HasLostTls(HttpResponseMessage response) =>
        _url.RequestUri.Scheme == Uri.UriSchemeHttps && response.RequestMessage?.RequestUri?.Scheme == Uri.UriSchemeHttp;

    private FetchResult Failed(string what, Exception? exception = null) => FetchResult.Failed(
        $"{Name} {what}.",
        exception is not null && _url.IsExposedBy(exception.ToString()) ? null : exception);
}
