using System.Globalization;
using Slowroll.Texts;

namespace Slowroll.Hosting.Settings;

/// <summary>Sets the options that a section says, and collects what can't be read or isn't allowed.</summary>
internal sealed class SettingsReader(SectionKeys keys)
{
    // The word for this machine's host name.
    private const string Host = "host";

    private readonly List<string> _faults = [];

    /// <summary>A sentence for each value that has no effect because of a fault.</summary>
    public IReadOnlyList<string> Faults => _faults;

    public void Read(FlagSettings settings, SlowrollOptions options)
    {
        Time(nameof(settings.PollInterval), settings.PollInterval, "00:01:00, 30s or 5m", "from 10ms to 1d",
            time => options.PollInterval = time);
        Time(nameof(settings.StartupTimeout), settings.StartupTimeout, "00:00:05 or 5s", "from 0s to 1d",
            time => options.StartupTimeout = time);
        Time(nameof(settings.FetchTimeout), settings.FetchTimeout, "00:00:30 or 30s", "from 10ms to 1d",
            time => options.FetchTimeout = time);
        Time(nameof(settings.MaxStaleness), settings.MaxStaleness, "06:00:00, 6h or 2d", "above zero",
            time => options.MaxStaleness = time);
        Time(nameof(settings.MaxCacheAge), settings.MaxCacheAge, "06:00:00, 6h or 7d", "above zero",
            time => options.MaxCacheAge = time);
        Time(nameof(settings.CacheFreshFor), settings.CacheFreshFor, "01:00:00, 30m or 0s", "zero or more",
            time => options.CacheFreshFor = time);
        Switch(nameof(settings.HonorMaxAge), settings.HonorMaxAge, isOn => options.HonorMaxAge = isOn);
        Switch(nameof(settings.UseDiskCache), settings.UseDiskCache, isOn => options.UseDiskCache = isOn);
        Path(nameof(settings.CacheDirectory), settings.CacheDirectory, path => options.CacheDirectory = path);
        Path(nameof(settings.LocksFile), settings.LocksFile, path => options.LocksFile = path);
        Read(
            nameof(settings.MaxConfigBytes), settings.MaxConfigBytes, "a number of bytes, from 1 to 1073741824",
            text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : null,
            (long bytes) => options.MaxConfigBytes = bytes);
        Read(
            nameof(settings.MaxExposures), settings.MaxExposures, "a number, from 0 to 1000000",
            text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null,
            (int count) => options.MaxExposures = count);
        HashKeyOfProcess(nameof(settings.ProcessHashKey), settings.ProcessHashKey, options);
    }

    // The hash key is shown in logs and metrics.
    private void HashKeyOfProcess(string name, string? text, SlowrollOptions options)
    {
        if (text is not null && UrlText.IsUrl(text.Trim()))
            _faults.Add($"The configuration value {keys.Of(name)} is a URL; it must be a hash key, or {Host}.");
        else if (!string.IsNullOrWhiteSpace(text))
            options.ProcessHashKey = text.Trim() is var key && key == Host ? HashKey.Host : new HashKey(key);
    }

    private void Time(string name, string? text, string example, string range, Action<TimeSpan> set) => Read(
        name, text,
        $"a time like {example}, {range}; hh:mm:ss ends below 24 hours, and a number needs its unit (d, h, m, s, ms)",
        TimeSetting.Parse, set);

    private void Switch(string name, string? text, Action<bool> set) => Read(
        name, text, "true or false", value => bool.TryParse(value, out var isOn) ? isOn : null, set);

    private void Path(string name, string? text, Action<string> set)
    {
        // Otherwise the URL would be shown as a path in every log, with its password.
        if (text is not null && UrlText.IsUrl(text.Trim()))
            _faults.Add($"The configuration value {keys.Of(name)} is a URL; it must be a path.");
        else if (!string.IsNullOrWhiteSpace(text))
            set(text);
    }

    // Only with an empty value can one provider remove what another one says.
    private void Read<T>(string name, string? text, string wanted, Func<string, T?> parse, Action<T> set)
        where T : struct
    {
        if (string.IsNullOrWhiteSpace(text))
            return;

        try
        {
            if (parse(text.Trim()) is { } value)
                set(value);
            else
                Refuse();
        }
        catch (ArgumentOutOfRangeException)
        {
            Refuse();
        }

        // A value in the wrong place may be a URL with a password in it.
        void Refuse() => _faults.Add(
            $"The configuration value {keys.Of(name)} is '{OneLine.Of(UrlText.Shown(text))}'; it must be {wanted}.");
    }
}
