// Sdk: Microsoft.NET.Sdk
using System.Text;
using Slowroll;

await using var config = await SlowrollConfig.OpenAsync(
    ConfigSource.From("here", (_, _) => ValueTask.FromResult(
        FetchResult.Fresh(Encoding.UTF8.GetBytes("""{"s": {"f": {"stable": "works"}}}"""), etag: null))),
    "each-package",
    new SlowrollOptions { UseDiskCache = false });
Console.WriteLine(config.GetValue("s", "f", HashKey.Host, "no config"));
