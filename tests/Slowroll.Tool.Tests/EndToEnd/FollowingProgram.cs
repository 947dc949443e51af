using System.Globalization;

namespace Slowroll.Tool.Tests.EndToEnd;

/// <summary>A process that follows a config: for each instant on a line of its input it sets its clock, and prints the
/// ETag that is in force and how many of a thousand hosts have <c>new</c>.</summary>
internal static class FollowingProgram
{
    public const string Verb = "follow";
    public const int Hosts = 1000;

    /// <summary>The test assembly is this program too.</summary>
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [Verb, var url])
            return 1;

        SetClock clock = new();
        await using var config = await SlowrollConfig.OpenAsync(new Uri(url), "follow", new SlowrollOptions
        {
            UseDiskCache = false,
            PollInterval = TimeSpan.FromMilliseconds(50),
            TimeProvider = clock,
        });
        var flag = config.GetFlag("features", "x", false);
        while (await Console.In.ReadLineAsync() is { } line)
        {
            clock.Now = DateTimeOffset.Parse(line, CultureInfo.InvariantCulture);
            var count = Enumerable.Range(0, Hosts).Count(host => flag.Evaluate($"host-{host}"));
            Console.WriteLine($"{config.Status.ETag} {count}");
        }

        return 0;
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
