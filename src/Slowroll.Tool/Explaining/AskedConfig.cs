using System.Text.Json;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Inputs;

namespace Slowroll.Tool.Explaining;

/// <summary>A config that is asked what its flags answer, as the running program asks it. Locks of this machine have no
/// effect.</summary>
internal sealed class AskedConfig
{
    private readonly Func<string, uint> _hasher;
    private readonly Dictionary<DateTimeOffset, SlowrollConfig> _byInstant = [];

    /// <summary>A config.</summary>
    /// <param name="file">Its text.</param>
    /// <param name="hasher">From a hash key to its bucket.</param>
    /// <exception cref="NotReadableException">The running program would reject it.</exception>
    public AskedConfig(TextFile file, Func<string, uint> hasher)
    {
        (File, _hasher) = (file, hasher);
        Document = ConfigDocument.Read(file.Text, file.Encoding);
        _ = At(DateTimeOffset.UnixEpoch);
    }

    /// <summary>Its text.</summary>
    public TextFile File { get; }

    /// <summary>Its text with places.</summary>
    public ConfigDocument Document { get; }

    /// <summary>The config at an instant.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="hasher">From a hash key to its bucket; null for that of the call.</param>
    public SlowrollConfig At(DateTimeOffset instant, Func<string, uint>? hasher = null)
    {
        if (hasher is null && _byInstant.TryGetValue(instant, out var known))
            return known;

        try
        {
            var config = SlowrollConfig.FromJson(
                File.Bytes, new() { TimeProvider = new FixedClock(instant), Hasher = hasher ?? _hasher });
            if (hasher is null)
                _byInstant[instant] = config;
            return config;
        }
        catch (ConfigFormatException exception)
        {
            throw new NotReadableException(
                $"{OneLine.Of(File.GivenPath)}: {exception.Message} 'slowroll check' finds all that is wrong with it.");
        }
    }

    /// <summary>A flag, which answers any JSON that it has.</summary>
    public static Flag<JsonElement> FlagOf(SlowrollConfig config, string section, string key) =>
        config.GetFlag(new FlagKey<JsonElement>(section, key, default) { AllowsNull = true });
}
