using System.Runtime.Versioning;
using Microsoft.Extensions.Logging;

namespace Slowroll;

/// <summary>How a live config is kept. Every value has a good default.</summary>
/// <remarks>Read once, when the config is opened: later changes have no effect.</remarks>
public sealed class SlowrollOptions
{
    private TimeSpan _pollInterval = TimeSpan.FromSeconds(60);
    private TimeSpan _startupTimeout = TimeSpan.FromSeconds(5);
    private TimeSpan _fetchTimeout = TimeSpan.FromSeconds(30);
    private TimeSpan? _maxStaleness;
    private TimeSpan? _maxCacheAge;
    private TimeSpan? _cacheFreshFor;
    private long _maxConfigBytes = 16 * 1024 * 1024;
    private int _maxExposures;
    private TimeProvider _timeProvider = TimeProvider.System;
    private Func<string, uint> _hasher = Hashers.Sha1;

    // As objects: loading the types of HTTP takes longer than a start from the cache.
    private object? _httpClient;
    private object? _httpClientFactory;

    /// <summary>The time between two fetches; each is up to a tenth longer or shorter, so that a fleet spreads out.
    /// 60 seconds. From 10 milliseconds to a day, or <see cref="Timeout.InfiniteTimeSpan"/> to fetch only when
    /// asked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Another value.</exception>
    public TimeSpan PollInterval
    {
        get => _pollInterval;
        set => _pollInterval = value == Timeout.InfiniteTimeSpan
            ? value
            : Between(value, TimeSpan.FromMilliseconds(10), TimeSpan.FromDays(1), nameof(PollInterval));
    }

    /// <summary>Whether a config that its server calls good for longer than the <see cref="PollInterval"/>
    /// (<c>Cache-Control: max-age</c>) isn't fetched before that, up to a day. False: it is fetched at each
    /// poll.</summary>
    public bool HonorMaxAge { get; set; }

    /// <summary>How long opening waits for the first config where no cached one is there; then it goes on with defaults
    /// until a config comes. Also how long it waits for a newer one than the cached, see <see cref="CacheFreshFor"/>.
    /// 5 seconds. Zero to a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Another value.</exception>
    public TimeSpan StartupTimeout
    {
        get => _startupTimeout;
        set => _startupTimeout = Between(value, TimeSpan.Zero, TimeSpan.FromDays(1), nameof(StartupTimeout));
    }

    /// <summary>How long one fetch may take from the request to the last byte. 30 seconds. From 10 milliseconds to a
    /// day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Another value.</exception>
    public TimeSpan FetchTimeout
    {
        get => _fetchTimeout;
        set =>
            _fetchTimeout = Between(value, TimeSpan.FromMilliseconds(10), TimeSpan.FromDays(1), nameof(FetchTimeout));
    }

    /// <summary>How long after the source last confirmed the config its ramps go on; then they stand still until it
    /// does again, so that a machine that is cut off doesn't follow a schedule that was withdrawn long ago. Null for no
    /// limit, which is the default. Above zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or less.</exception>
    public TimeSpan? MaxStaleness
    {
        get => _maxStaleness;
        set => _maxStaleness = value is { } limit
            ? Between(limit, TimeSpan.FromTicks(1), TimeSpan.MaxValue, nameof(MaxStaleness))
            : null;
    }

    /// <summary>The longest config that is read, in bytes after decompression; a longer one is refused. 16 MiB. At
    /// least 1, at most 1 GiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Another value.</exception>
    public long MaxConfigBytes
    {
        get => _maxConfigBytes;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1L << 30);
            _maxConfigBytes = value;
        }
    }

    /// <summary>The clock that decisions and polling go by. The system's.</summary>
    /// <remarks>Time-outs end by it or by the system's, whichever is first: a server doesn't answer sooner because a
    /// test has stopped this one.</remarks>
    /// <exception cref="ArgumentNullException">Null.</exception>
    public TimeProvider TimeProvider
    {
        get => _timeProvider;
        set => _timeProvider = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>From a hash key to its bucket. <see cref="Hashers.Sha1"/>, with which all languages agree.</summary>
    /// <remarks>It must be pure, and the same on every host. Where a rollout has a salt, it gets <c>salt + ":" +
    /// hashKey</c>. A hash key for which it throws, or which is too long to have a salt before it, has the last of all
    /// positions.</remarks>
    /// <exception cref="ArgumentNullException">Null.</exception>
    public Func<string, uint> Hasher
    {
        get => _hasher;
        set => _hasher = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The directory of cached configs; null for the platform's own (<c>$XDG_CACHE_HOME/slowroll</c> or
    /// <c>~/.cache/slowroll</c> on Linux).</summary>
    /// <remarks>It is created for its owner only. Elsewhere than on Windows, one that is there counts only if it
    /// belongs to the user of the process or to root, and if nobody else can write it or it is sticky, as <c>/tmp</c>
    /// is. The directories above it aren't looked at: who can write those can put another directory in its place, but
    /// no file of this user's or root's.</remarks>
    [UnsupportedOSPlatform("browser")]
    public string? CacheDirectory { get; set; }

    /// <summary>Whether the last good config is kept on disk for a start without a network. True. In a browser, which
    /// has no disk, it has no effect.</summary>
    public bool UseDiskCache { get; set; } = true;

    /// <summary>How long after its source last confirmed it a cached config may still be used at opening; an older one
    /// counts as none. A time of confirmation in the future counts as now. Null for no limit, which is the default.
    /// Above zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or less.</exception>
    public TimeSpan? MaxCacheAge
    {
        get => _maxCacheAge;
        set => _maxCacheAge = value is { } limit
            ? Between(limit, TimeSpan.FromTicks(1), TimeSpan.MaxValue, nameof(MaxCacheAge))
            : null;
    }

    /// <summary>How long after its source last confirmed it a cached config is used at opening without waiting for a
    /// newer one. With an older one, opening waits for the first answer, at most <see cref="StartupTimeout"/>, and then
    /// goes on with the cached config; it is in force meanwhile. For programs that end soon, such as commands (with a
    /// cached config the first fetch begins a tenth of a second after opening): with <c>TimeSpan.FromHours(1)</c> no
    /// run uses a config that is more than an hour old while the source can be reached. Zero waits at each start. Null
    /// never waits, which is the default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than zero.</exception>
    public TimeSpan? CacheFreshFor
    {
        get => _cacheFreshFor;
        set => _cacheFreshFor = value is { } limit
            ? Between(limit, TimeSpan.Zero, TimeSpan.MaxValue, nameof(CacheFreshFor))
            : null;
    }

    /// <summary>Your own client: handlers, headers, certificates. It isn't disposed. Null for a built-in one, which is
    /// created at the first fetch.</summary>
    public HttpClient? HttpClient
    {
        get => (HttpClient?)_httpClient;
        set => _httpClient = value;
    }

    /// <summary>Where a client for each fetch comes from, such as <c>IHttpClientFactory</c>; it is used instead
    /// of <see cref="HttpClient"/>. The clients aren't disposed. Null for none.</summary>
    public Func<HttpClient>? HttpClientFactory
    {
        get => (Func<HttpClient>?)_httpClientFactory;
        set => _httpClientFactory = value;
    }

    /// <summary>Flags that are pinned to <see cref="Side.Stable"/> or <see cref="Side.New"/> in this process, whatever
    /// the config says: <c>options.Locks[AppFeatures.Keys.InstallToOptFoo] = Side.New</c>. They go before those of the
    /// environment variable <c>SLOWROLL_LOCKS</c>, and these before the locks file's.</summary>
    public IDictionary<FlagName, Side> Locks { get; } = new Dictionary<FlagName, Side>();

    /// <summary>A file with one lock a line, <c>features.install_to_opt_foo=new</c>, which is checked every two
    /// seconds; it needn't exist. Null for the file beside the cached config; <see cref="ConfigStatus.LocksFile"/> has
    /// its path.</summary>
    /// <remarks>Elsewhere than on Windows it counts only if it is an ordinary file with one name, no link, belongs to
    /// the user of the process or to root, and nobody else can write it; and for its directory the same holds as for
    /// <see cref="CacheDirectory"/>.</remarks>
    [UnsupportedOSPlatform("browser")]
    public string? LocksFile { get; set; }

    /// <summary>Where to log to; null for nowhere.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>How many first evaluations are logged: each time that a hash key gets a side of a flag for the first
    /// time, as the event <c>feature_flag.evaluation</c> of OpenTelemetry's conventions, to
    /// <see cref="LoggerFactory"/>. When there are so many, a line says so, and no further one is logged. 0, which is
    /// the default, for none; at most 1,000,000, each of which keeps about a hundred bytes. At most 10,000 wait for a
    /// log that is slow; a line says how many more were lost.</summary>
    /// <remarks>The events have the hash key in them, which may be a person's name or number: see the page about
    /// observability.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Another value.</exception>
    public int MaxExposures
    {
        get => _maxExposures;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1_000_000);
            _maxExposures = value;
        }
    }

    /// <summary>The hash key by which this process itself asks, where flags go by the host:
    /// <see cref="HashKey.Host"/>. With it a live config gauges on which side the process is of each flag, and logs an
    /// event when it switches. Null for none, which is the default.</summary>
    /// <remarks>It changes no answer: each read says itself by which hash key it asks.</remarks>
    public HashKey? ProcessHashKey { get; set; }

    /// <summary>Whether there is a client, or a factory of clients, of the program's own.</summary>
    internal bool HasHttpClient => _httpClient is not null || _httpClientFactory is not null;

    /// <summary>A copy of these options that later changes don't affect.</summary>
    internal SlowrollOptions Copy() => (SlowrollOptions)MemberwiseClone();

    private static TimeSpan Between(TimeSpan value, TimeSpan least, TimeSpan most, string name) =>
        value >= least && value <= most
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} must lie between {least} and {most}.");
}
