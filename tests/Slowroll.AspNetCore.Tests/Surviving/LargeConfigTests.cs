using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit.Abstractions;

namespace Slowroll.AspNetCore.Tests.Surviving;

/// <summary>However large a config is, an answer is small, and what is read is read once.</summary>
public class LargeConfigTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Ten_thousand_flags()
    {
        await using var host = await PageHost.StartAsync(Many(10_000, ""), at: PageHost.At);

        var sizes = await MeasureAsync(host);

        Assert.All(sizes, size => Assert.InRange(size, 1, 600_000));
    }

    [Fact]
    public async Task A_hundred_thousand_early_adopters()
    {
        var names = string.Join(",", Enumerable.Range(0, 100_000).Select(i => $"\"host-{i}.example.com\""));
        await using var host = await PageHost.StartAsync(
            $$"""
            { "f": { "x": { "stable": 1, "new": 2, "start_time": "2030-12-16 08:00Z", "duration": "9d",
              "early_adopters": [{{names}}] } } }
            """,
            at: PageHost.At);

        var sizes = await MeasureAsync(host);
        var html = await host.GetAsync("/slowroll?key=host-77777.example.com");

        Assert.All(sizes, size => Assert.InRange(size, 1, 60_000));
        Assert.Contains("100,000 early adopters by name.", html, StringComparison.Ordinal);
        Assert.Contains("an early adopter", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sixteen_megabytes()
    {
        var filling = new string('x', 1_000);
        await using var host = await PageHost.StartAsync(
            Many(12_000, $$""", "x-note": "{{filling}}" """), options: its => its.MaxConfigBytes = 32_000_000,
            at: PageHost.At);

        var sizes = await MeasureAsync(host);

        Assert.All(sizes, size => Assert.InRange(size, 1, 600_000));
    }

    [Fact]
    public async Task As_many_steps_as_a_config_may_have()
    {
        var steps = string.Join(",", Enumerable.Range(1, 100).Select(i =>
            $$"""{ "pct": {{i}}, "over": "61m", "hold": "59m" }"""));
        var waves = string.Join(",", Enumerable.Range(0, 50).Select(i =>
            $$"""{ "audience": "a{{i}}", "after": "{{i}}h" }"""));
        var audiences = string.Join(",", Enumerable.Range(0, 50).Select(i => $$""" "a{{i}}": { "keys": ["{{i}}"] } """));
        StringBuilder flags = new();
        for (var i = 0; i < 100; i++)
        {
            flags.Append(CultureInfo.InvariantCulture, $$"""
                {{(i == 0 ? "" : ",")}} "flag_{{i}}": { "stable": 1, "new": 2, "start_time": "2030-12-16 08:00Z",
                  "steps": [{{steps}}], "waves": [{{waves}}] }
                """);
        }

        await using var host = await PageHost.StartAsync(
            $$"""
            {
              "$slowroll": { "audiences": { {{audiences}} }, "hours": "Mon-Sun 00:00-23:59Z" }, "f": { {{flags}} }
            }
            """,
            at: PageHost.At);

        var sizes = await MeasureAsync(host);

        Assert.InRange(sizes[0], 1, 2_000_000);
    }

    private async Task<List<int>> MeasureAsync(PageHost host)
    {
        List<int> sizes = [];
        string[] paths =
        [
            "/slowroll", "/slowroll", "/slowroll?flags=9", "/slowroll?key=web-1", "/slowroll/data",
            "/slowroll/host?key=a",
        ];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        foreach (var path in paths)
        {
            var begin = Stopwatch.GetTimestamp();
            sizes.Add((await host.GetAsync(path)).Length);
            output.WriteLine($"{path}: {sizes[^1]:N0} characters, "
                + $"{Stopwatch.GetElapsedTime(begin).TotalMilliseconds:N0} ms");
        }

        output.WriteLine($"{(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:N0} MB are kept");
        return sizes;
    }

    private static string Many(int count, string more)
    {
        StringBuilder config = new("""{ "$slowroll": { "hours": "Mon-Fri 08:00-16:00Z" }, "f": { """);
        for (var i = 0; i < count; i++)
        {
            config.Append(CultureInfo.InvariantCulture, $$"""
                {{(i == 0 ? "" : ",")}} "flag_{{i}}": {
                  "stable": {{i}}, "new": {{i + 1}}, "start_time": "2030-12-16 08:00Z",
                  "duration": "{{1 + i % 90}}d"{{more}}
                }
                """);
        }

        return config.Append(" } }").ToString();
    }
}
