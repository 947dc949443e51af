using Slowroll.Texts;

namespace Slowroll.Caching;

/// <summary>Finds the directory for cached configs: the one of the options, or the platform's own.</summary>
internal static class CacheDirectory
{
    /// <summary>Its full path, whether it exists or not; null if this machine has none.</summary>
    public static string? Find(string? configured, out string? whyNot)
    {
        try
        {
            whyNot = null;
            if (configured is not null)
                return Path.GetFullPath(configured);

            if (OfPlatform(CurrentPlatform(), Environment.GetEnvironmentVariable, FolderOf) is { } directory)
                return directory;

            whyNot =
                "This account has no home directory to keep a config in: set SlowrollOptions.CacheDirectory, or HOME. "
                + "Without a cache a start needs the network.";
        }
        // For example an empty path, a path with a NUL in it, or a relative path when the current directory was
        // deleted.
        catch (Exception exception) when (exception is ArgumentException or IOException or NotSupportedException)
        {
            whyNot = $"SlowrollOptions.CacheDirectory is no path ({OneLine.Of(exception.Message)}): correct it, or "
                + "leave it null.";
        }

        return null;
    }

    /// <summary>The platform's own directory; null if neither the environment nor the account names one.</summary>
    public static string? OfPlatform(
        CachePlatform platform,
        Func<string, string?> variable,
        Func<Environment.SpecialFolder, string> folder) => platform switch
        {
            CachePlatform.Windows => Under(folder(Environment.SpecialFolder.LocalApplicationData), "slowroll"),
            CachePlatform.MacOS =>
                Under(folder(Environment.SpecialFolder.UserProfile), "Library", "Caches", "slowroll"),
            // The XDG specification says that a relative path is ignored.
            _ => Under(variable("XDG_CACHE_HOME"), "slowroll")
                ?? Under(folder(Environment.SpecialFolder.UserProfile), ".cache", "slowroll"),
        };

    private static string? Under(string? root, params ReadOnlySpan<string> names) =>
        Path.IsPathFullyQualified(root ?? "") ? Path.Combine([root!, .. names]) : null;

    // DoNotVerify: a home that doesn't exist yet is still the one to create the cache in.
    private static string FolderOf(Environment.SpecialFolder folder) =>
        Environment.GetFolderPath(folder, Environment.SpecialFolderOption.DoNotVerify);

    private static CachePlatform CurrentPlatform() =>
        OperatingSystem.IsWindows() ? CachePlatform.Windows
        : OperatingSystem.IsMacOS() ? CachePlatform.MacOS
        : CachePlatform.Xdg;
}

/// <summary>Which convention says where caches are.</summary>
internal enum CachePlatform
{
    /// <summary>Linux and similar systems: the XDG base directories.</summary>
    Xdg,

    /// <summary>macOS.</summary>
    MacOS,

    /// <summary>Windows.</summary>
    Windows,
}
