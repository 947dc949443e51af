using System.Globalization;
using Microsoft.Extensions.Configuration;
using Slowroll.Texts;

namespace Slowroll.Hosting;

/// <summary>A section of the host's configuration, read by hand: a binder would need reflection.</summary>
internal sealed class OptionsSection(IConfiguration section)
{
    private const string ExampleOfUrl = "such as https://example.com/app_features.json (or give File instead)";

    /// <summary>Where the config lies; null if it lies in a <see cref="File"/>.</summary>
    public Uri? Url => (section["Url"], File) switch
    {
        (null, not null) => null,
        ({ }, { }) => throw new FormatException($"The configuration values {PathOf("Url")} and {PathOf("File")} are both given: take one."),
        var (text, _) when Uri.TryCreate(text, UriKind.Absolute, out var url) => url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps
            ? url
            : throw new FormatException(
                $"The configuration value {PathOf("Url")} must start with http:// or https://. A config in a file is named by {PathOf("File")} instead."),
        (null, _) => throw new FormatException($"The configuration value {PathOf("Url")} is missing; give it, {ExampleOfUrl}."),

        // Without the value here and above: what is no URL may have a password in it all the same.
        _ => throw new FormatException(
            $"The configuration value {PathOf("Url")} must be an absolute URL, {ExampleOfUrl}. In a user name and a password "
            + "write / as %2F, @ as %40, : as %3A, ? as %3F and # as %23."),
    };

    /// <summary>The file that the config lies in; null if it lies at a <see cref="Url"/>.</summary>
    /// <exception cref="FormatException">It is a URL: as a path it would be in every log, with its password.</exception>
    public string? File => section["File"] is { } path && UrlText.IsUrl(path)
        ? throw new FormatException($"The configuration value {PathOf("File")} is a URL; write it into {PathOf("Url")} instead.")
        : section["File"];

    public void ApplyTo(SlowrollOptions options)
    {
        options.PollInterval = Read<TimeSpan>("PollInterval", "a time like 00:01:00") ?? options.PollInterval;
        options.HonorMaxAge = Read<bool>("HonorMaxAge", "true or false") ?? options.HonorMaxAge;
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

    // A value in the wrong place may be a URL with a password in it.
    private FormatException Refused(string key, string wanted) =>
        new($"The configuration value {PathOf(key)} is '{OneLine.Of(UrlText.Shown(section[key]!))}'; it must be {wanted}.");

    private string PathOf(string key) => section is IConfigurationSection { Path: var parent } ? $"{parent}:{key}" : key;
}
