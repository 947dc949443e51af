namespace Slowroll.Hosting.Settings;

/// <summary>What a section of the host's configuration says of a class of flags, as it is written there.</summary>
/// <remarks>All values are texts, which <see cref="SettingsReader"/> reads: a binder would read <c>24:00:00</c> as 24
/// days, and its exceptions show the value, which may be a URL with a password in the wrong place.</remarks>
internal sealed class FlagSettings
{
    public string? Url { get; set; }

    public string? File { get; set; }

    public string? PollInterval { get; set; }

    public string? HonorMaxAge { get; set; }

    public string? StartupTimeout { get; set; }

    public string? FetchTimeout { get; set; }

    public string? MaxStaleness { get; set; }

    public string? MaxCacheAge { get; set; }

    public string? CacheFreshFor { get; set; }

    public string? MaxConfigBytes { get; set; }

    public string? UseDiskCache { get; set; }

    public string? CacheDirectory { get; set; }

    public string? LocksFile { get; set; }

    public string? MaxExposures { get; set; }

    public string? ProcessHashKey { get; set; }
}
