using Microsoft.Extensions.Configuration;
using Slowroll.Texts;

namespace Slowroll.Hosting.Settings;

/// <summary>Finds names that nobody reads: without this, a misspelled setting would have no effect and no
/// message.</summary>
/// <remarks>The message of a binder (<c>ErrorOnUnknownConfiguration</c>) doesn't have the section's name, and a binder
/// ignores what is below a known name.</remarks>
internal static class UnknownNames
{
    // Not in FlagSettings, because there it would be bound too.
    private static readonly string[] Known =
    [
        nameof(FlagSettings.Url), nameof(FlagSettings.File),
        nameof(FlagSettings.PollInterval), nameof(FlagSettings.HonorMaxAge), nameof(FlagSettings.StartupTimeout),
        nameof(FlagSettings.FetchTimeout),
        nameof(FlagSettings.MaxStaleness), nameof(FlagSettings.MaxCacheAge), nameof(FlagSettings.CacheFreshFor),
        nameof(FlagSettings.MaxConfigBytes), nameof(FlagSettings.UseDiskCache), nameof(FlagSettings.CacheDirectory),
        nameof(FlagSettings.LocksFile), nameof(FlagSettings.MaxExposures), nameof(FlagSettings.ProcessHashKey),
    ];

    /// <summary>A sentence for each. The root of a configuration isn't checked: other parts of the program have values
    /// in it too.</summary>
    public static IEnumerable<string> In(IConfiguration section, SectionKeys keys) =>
        section is IConfigurationSection
            ? Leaves(section, "").Where(name => !IsKnown(name))
                .Select(name => $"The configuration value {keys.Of(name)} is not known. {WayOut(name, keys)}")
            : [];

    private static IEnumerable<string> Leaves(IConfiguration section, string path)
    {
        foreach (var child in section.GetChildren())
        {
            var name = path + child.Key;
            var below = Leaves(child, name + ConfigurationPath.KeyDelimiter).ToList();

            // A known name may have a value and also, by mistake, names below it.
            if (below.Count == 0 || child.Value is not null)
                yield return name;
            foreach (var leaf in below)
                yield return leaf;
        }
    }

    private static bool IsKnown(string name) => Known.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static string WayOut(string name, SectionKeys keys)
    {
        var (nearest, distance) = Known.Select(known => (known, NameDistance.Between(name, known)))
            .MinBy(each => each.Item2);
        return NameDistance.IsNear(name, distance)
            ? $"Did you mean {keys.Of(nearest)}?"
            : $"Known are {string.Join(", ", Known)}.";
    }
}
