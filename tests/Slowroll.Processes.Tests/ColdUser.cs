namespace Slowroll.Processes.Tests;

/// <summary>A process that opens a cached config and asks for one flag. It says what it has loaded until then, and
/// after that waits for a newer config.</summary>
internal static class ColdUser
{
    public const string Verb = "cold";
    public const string CacheName = "cold";

    /// <summary>The URL of the config, and the cache directory.</summary>
    public static async Task<int> RunAsync(string url, string directory)
    {
        await using var config =
            await SlowrollConfig.OpenAsync(new Uri(url), CacheName, new() { CacheDirectory = directory });
        var value = config.GetFlag("s", "f", 0).Evaluate("key");
        var loaded = AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name).ToArray();
        Console.WriteLine($"{config.Status.Origin} {value}");
        Console.WriteLine(string.Join(' ', loaded));

        for (var looks = 0; looks < 600 && config.Status.Origin != ConfigOrigin.Source; looks++)
            await Task.Delay(100);
        Console.WriteLine($"{config.Status.Origin} {config.GetFlag("s", "f", 0).Evaluate("key")}");
        return 0;
    }
}
