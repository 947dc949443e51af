#:project ../../src/Slowroll/Slowroll.csproj
#:project ../../src/Slowroll.Charts/Slowroll.Charts.csproj

// Draws the pictures of docs/schedules.md from the configs of that page, with the library itself as the evaluator:
//     dotnet run docs/pictures/draw.cs [folder]
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Slowroll;
using Slowroll.Charts;

const int Looks = 1000;
var folder = args is [var given] ? given : Here();
var page = File.ReadAllText(Path.Combine(Here(), "../schedules.md"));
var blocks = Regex.Matches(page, "```jsonc?\n(.*?)\n```", RegexOptions.Singleline)
    .Select(block => block.Groups[1].Value)
    .ToList();
var (schedule, goOn, takeBack) = (blocks[0], blocks[2], blocks[3]);
(string Name, string HashKey)[] waves = [("all others", "ash"), ("Europe", "oak.eu.example.com")];

Draw("write", "1 %, then 10 %, then all; Europe two days later", "2030-12-16", "2030-12-29", schedule, waves);
Draw("stop", "Stopped on Tuesday, goes on on Wednesday", "2030-12-16", "2030-12-24", With(goOn), waves[..1]);
Draw("rollback", "Taken back within an hour", "2030-12-16", "2030-12-20", With($"{goOn},\n{takeBack}"), waves[..1]);

// A field is added beside the schedule.
string With(string field) =>
    schedule.Replace("\"fast_index\": {", $"\"fast_index\": {{ {field},", StringComparison.Ordinal);

void Draw(
    string name, string title, string from, string until, string config, (string Name, string HashKey)[] lines)
{
    var clock = new PictureClock();
    var flags = SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(config), new() { TimeProvider = clock });
    Evaluation<JsonElement> At(DateTimeOffset instant, string hashKey)
    {
        clock.Now = instant;
        return flags.Explain("features", "fast_index", hashKey);
    }

    var (first, last) = (Midnight(from), Midnight(until));
    var chart = new ShareChart(title, first, last,
    [
        .. lines.Select(line => new ShareLine(
            line.Name, ShareCurve.Trace(first, last, Looks, instant => At(instant, line.HashKey).Share ?? 0))),
    ])
    {
        Closed = ShareCurve.TraceClosed(
            first, last, Looks, instant => lines.Any(line => At(instant, line.HashKey).Standstill is not null)),
    };
    File.WriteAllText(Path.Combine(folder, $"{name}.light.svg"), SvgChart.Draw(chart, ChartColors.Light));
    File.WriteAllText(Path.Combine(folder, $"{name}.dark.svg"), SvgChart.Draw(chart, ChartColors.Dark));
}

static DateTimeOffset Midnight(string day) =>
    DateTimeOffset.Parse($"{day} 00:00Z", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);

static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

internal sealed class PictureClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
