using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Slowroll.Hosting;

/// <summary>A section of the host's configuration, read by hand: a binder would need reflection.</summary>
internal sealed class OptionsSection(IConfiguration section)
{
    public Uri Url => Uri.TryCreate(section["Url"], UriKind.Absolute, out var url)
        ? url
        : throw Refused("Url", "an absolute URL, such as https://example.com/app_features.json");

    public void ApplyTo(SlowrollOptions options)
    {
        options.PollInterval = Read<TimeSpan>("PollInterval", "a time like 00:01:00") ?? options.PollInterval;
        options.StartupTimeout = Read<TimeSpan>("StartupTimeout", "a time like 00:00:05") ?? options.StartupTimeout;
        options.FetchTimeout = Read<TimeSpan>("FetchTimeout", "a time like 00:00:30") ?? options.FetchTimeout;
        options.MaxStaleness = Read<TimeSpan>("MaxStaleness", "a time like 06:00:00") ?? options.MaxStaleness;
        options.MaxCacheAge = Read<TimeSpan>("MaxCacheAge", "a time like 7.00:00:00") ?? options.MaxCacheAge;
        options.MaxConfigBytes = Read<long>("MaxConfigBytes", "a number of bytes") ?? options.MaxConfigBytes;
        options.UseDiskCache = Read<bool>("UseDiskCache", "true or false") ?? options.UseDiskCache;
        options.CacheDirectory = section["CacheDirectory"] ?? options.CacheDirectory;
        options.LocksFile = section["LocksFile"] ?? options.LocksFile;
    }

    private T? Read<T>(string key, string wanted) where T : struct, IParsable<T> =>
        section[key] is not { } text ? null
        : T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value
        : throw Refused(key, wanted);

    private FormatException Refused(string key, string wanted)
    {
        var path = section is IConfigurationSection { Path: var parent } ? $"{parent}:{key}" : key;
        return new FormatException($"The configuration value {path} is '{section[key]}'; it must be {wanted}.");
    }
}
