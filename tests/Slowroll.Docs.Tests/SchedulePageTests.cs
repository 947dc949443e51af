using System.Globalization;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Slowroll.Docs.Tests;

/// <summary>Who reads only the page of schedules can write one, stop it, go on and take it back.</summary>
public class SchedulePageTests
{
    private static readonly string[] Blocks =
    [
        .. Page.Of("docs/schedules.md").Blocks
            .Where(block => block.Language is "json" or "jsonc")
            .Select(block => block.Code),
    ];

    [Theory]
    [InlineData("2030-12-16 14:59Z", 0, 0)]
    [InlineData("2030-12-16 15:00Z", 1, 0)]
    [InlineData("2030-12-17 08:00Z", 1, 0)]
    [InlineData("2030-12-17 16:00Z", 10, 0)]
    [InlineData("2030-12-18 15:00Z", 36.25, 1)]
    [InlineData("2030-12-19 16:00Z", 70, 10)]
    [InlineData("2030-12-20 16:00Z", 100, 40)]
    [InlineData("2030-12-23 16:00Z", 100, 70)]
    [InlineData("2030-12-26 12:00Z", 100, 70)]
    [InlineData("2030-12-27 16:00Z", 100, 100)]
    public void The_schedule_does_what_the_page_says(string instant, double others, double europe) => Assert.Equal(
        (others, europe), (Share(Blocks[0], instant, "ash"), Share(Blocks[0], instant, "oak.eu.example.com")));

    [Theory]
    [InlineData("2030-12-17 10:02Z", 3.29)]
    [InlineData("2030-12-18 09:00Z", 3.29)]
    public void The_freeze_without_an_end_stops_it(string instant, double share) =>
        Assert.Equal(share, Share(With(Blocks[1]), instant, "ash"));

    [Theory]
    [InlineData("2030-12-18 10:02Z", 3.29)]
    [InlineData("2030-12-18 16:00Z", 10)]
    public void It_goes_on_where_it_stood(string instant, double share) =>
        Assert.Equal(share, Share(With(Blocks[2]), instant, "ash"));

    [Theory]
    [InlineData("2030-12-18 14:32Z", 3.89)]
    [InlineData("2030-12-18 15:02Z", 0)]
    [InlineData("2030-12-28 12:00Z", 0)]
    public void The_rollback_takes_it_back_within_an_hour(string instant, double share) =>
        Assert.Equal(share, Share(With($"{Blocks[2]}, {Blocks[3]}"), instant, "ash"));

    private static string With(string fields) =>
        Blocks[0].Replace("\"fast_index\": {", $"\"fast_index\": {{ {fields},", StringComparison.Ordinal);

    private static double? Share(string config, string instant, string hashKey)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));
        var flags = SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(config), new() { TimeProvider = clock });
        return Math.Round(flags.Explain("features", "fast_index", hashKey).Share!.Value, 2);
    }
}
