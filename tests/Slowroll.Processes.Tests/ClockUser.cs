namespace Slowroll.Processes.Tests;

/// <summary>A process that asks for a rollout that is over, of a live config whose source has failed since, and of a
/// fixed one; it prints the answers again and again until both are old, at most for a minute.</summary>
internal static class ClockUser
{
    public const string Verb = "clock";

    public static async Task<int> RunAsync()
    {
        byte[] json = [
            .. """{"s": {"f": {"stable": "old", "new": "new", "end_time": "2020-06-01 00:00Z", "duration": "1d"} } }"""u8
        ];
        var fixedConfig = SlowrollConfig.FromJson(json);
        var fetches = 0;
        var source = ConfigSource.From("failing", (_, _) => ValueTask.FromResult(
            fetches++ == 0 ? FetchResult.Fresh(json, "one") : FetchResult.Failed("The source is down.")));
        await using var live = await SlowrollConfig.OpenAsync(source, "clock", new()
        {
            UseDiskCache = false,
            PollInterval = TimeSpan.FromSeconds(1),
        });
        Flag<string>[] flags = [live.GetFlag("s", "f", "?"), fixedConfig.GetFlag("s", "f", "?")];

        for (var looks = 0; looks < 300; looks++)
        {
            var answers = string.Join(' ', flags.Select(flag => flag.Evaluate("host")));
            Console.WriteLine(answers);
            if (answers == "old old")
                return 0;
            await Task.Delay(200);
        }

        return 1;
    }
}
