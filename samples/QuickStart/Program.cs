using System.Globalization;
using System.Text;
using QuickStart;
using Slowroll;

string[] hosts = ["ash", "birch", "cedar", "elder", "fir", "hazel", "larch", "maple", "oak", "pine", "rowan", "yew"];
var start = new DateTimeOffset(2030, 3, 1, 0, 0, 0, TimeSpan.Zero);
var clock = new StoryClock(start);
var config = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "app_features.json"));
var cache = Directory.CreateTempSubdirectory("slowroll-quickstart-");
Console.OutputEncoding = Encoding.UTF8;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// 1. A config at a URL. Opening it takes one line.
var server = await ConfigServer.StartAsync(config);
var options = new SlowrollOptions
{
    TimeProvider = clock,
    PollInterval = TimeSpan.FromMilliseconds(100),
    CacheDirectory = cache.FullName,
};
Flags.AppFeatures = await AppFeatures.OpenAsync(server.Url, options);

Chapter("A config at a URL",
    $"""
    {config.Length} bytes came from {server.Url}, ETag {server.ETag}.
    It rolls install_to_opt_foo out to everybody, from 1 March to 15 March 2030.
    """);

// 2. Every host decides by itself, from a hash of its name and the clock. Here is one process that plays all twelve.
Chapter("Two weeks in a few seconds",
    """
    ● installs to /opt/foo, ○ does not. Fir is an early adopter; nobody ever goes back.
    The last column is a number that grows with the ramp instead of jumping.
    """);

Console.WriteLine();
Console.WriteLine($"   {"",-21}{string.Concat(hosts.Select(host => $"{host,-6}"))}  slots");
for (var day = 0; day <= 14; day++)
{
    clock.MoveTo(start.AddDays(day));
    Console.Write($"   {clock.GetUtcNow(),6:d MMM} {Bar(day / 14.0)}  ");
    foreach (var host in hosts)
    {
        if (Flags.AppFeatures.InstallToOptFoo(host))
            Console.Write("●     ");
        else
            Console.Write("○     ");
    }

    Console.WriteLine($"  {Flags.AppFeatures.DownloadSlots(HashKey.Host),3}");
    await Task.Delay(120);
}

// 3. Why? Every answer can be explained.
var flag = Flags.AppFeatures.Config.GetFlag(AppFeatures.Keys.InstallToOptFoo);
clock.MoveTo(start.AddDays(7));
Chapter("Why?", "On 8 March, half-way:");
foreach (var host in (string[])["fir", "oak", "yew"])
{
    var why = flag.Explain(host);
    Console.WriteLine(why.Reason == EvaluationReason.EarlyAdopter
        ? $"   {host,-4} {why.Value,-5}  it is an early adopter"
        : $"   {host,-4} {why.Value,-5}  position {why.Position:0.000}, "
            + $"share {why.Share:0} %, switches {why.SwitchesAt:d MMM HH:mm}");
}

// 4. A schedule with steps, hours and a wave. It is still a function of config, name and clock.
Chapter("A week with steps, hours and a wave",
    """
    fast_index starts on Monday, 4 March, with a quarter of the hosts in Europe. A day later the others of them follow within
    two working days. The rest of the world comes one day after Europe. At night nothing moves.
    """);

var monday = new DateTimeOffset(2030, 3, 4, 0, 0, 0, TimeSpan.Zero);
Heading();
for (var day = 0; day < 4; day++)
{
    foreach (var hour in (int[])[9, 12, 16, 23])
        Week(monday.AddDays(day).AddHours(hour));
}

// 5. The new index is slow. A rollback takes it back within an hour; nothing else of the config changes.
await PublishAsync(Encoding.UTF8.GetString(config).Replace(
    "\"fast_index\": {",
    """
    "fast_index": {
          "rollback": { "from": "2030-03-08 10:00Z", "over": "1h" },
    """,
    StringComparison.Ordinal));

Chapter("And back",
    """
    On Friday somebody adds "rollback": { "from": "2030-03-08 10:00Z", "over": "1h" }. Those who came last go first.
    """);

Heading();
for (var minute = -15; minute <= 60; minute += 15)
    Week(monday.AddDays(4).AddHours(10).AddMinutes(minute));

// 6. Somebody stops a rollout by hand. The change arrives with the next poll; until then polls cost next to nothing.
var changed = await PublishAsync("""
    { "features": { "install_to_opt_foo": { "stable": false }, "some_cli": { "stable": "1.1" } } }
    """);

Chapter("Stop!",
    $"""
    Meanwhile {server.NotModified} polls were answered 304, without a body. Then the file changed, and it was sent once:
    changed {string.Join(", ", changed.Changed)}; removed {string.Join(", ", changed.Removed)}
    Now {hosts.Count(host => Flags.AppFeatures.InstallToOptFoo(host))} of 12 hosts install to /opt/foo, some_cli is {Flags.AppFeatures.SomeCli(HashKey.Host)},
    and download_slots answers its default from the schema: {Flags.AppFeatures.DownloadSlots(HashKey.Host)}.
    """);

// 7. No network, no problem.
await Flags.AppFeatures.DisposeAsync();
var url = server.Url;
await server.DisposeAsync();
Flags.AppFeatures = await AppFeatures.OpenAsync(url, options);

Chapter("The server is gone",
    $"""
    A new start without it: the config comes from the {Flags.AppFeatures.Config.Status.Origin.ToString().ToLowerInvariant()} on disk, some_cli is still {Flags.AppFeatures.SomeCli(HashKey.Host)}.
    """);

await Flags.AppFeatures.DisposeAsync();
cache.Delete(recursive: true);

async Task<ConfigChangedEventArgs> PublishAsync(string text)
{
    var arrived = new TaskCompletionSource<ConfigChangedEventArgs>();
    void OnChanged(object? sender, ConfigChangedEventArgs change) => arrived.TrySetResult(change);

    Flags.AppFeatures.Config.Changed += OnChanged;
    server.Publish(Encoding.UTF8.GetBytes(text));
    var change = await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));
    Flags.AppFeatures.Config.Changed -= OnChanged;
    return change;
}

void Heading()
{
    Console.WriteLine();
    Console.WriteLine($"   {"",-12}{string.Concat(hosts.Select(host => $"{host,-6}"))}");
}

void Week(DateTimeOffset instant)
{
    clock.MoveTo(instant);
    Console.WriteLine($"   {instant,-12:ddd HH:mm}"
        + string.Concat(hosts.Select(host => Flags.AppFeatures.FastIndex(host) ? "●     " : "○     ")));
}

static void Chapter(string title, string text)
{
    Console.WriteLine();
    Console.WriteLine(title);
    Console.WriteLine(new string('─', title.Length));
    foreach (var line in text.Split('\n'))
        Console.WriteLine($"   {line.TrimEnd('\r')}");
}

static string Bar(double share) => $"{new string('█', (int)(share * 7)),-7} {share * 100,3:0}%";
