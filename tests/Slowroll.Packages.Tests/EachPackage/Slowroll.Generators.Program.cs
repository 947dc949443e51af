// Sdk: Microsoft.NET.Sdk
using Slowroll;

// Without a schema there is nothing to generate; what the package brings along is there.
var config = SlowrollConfig.FromJson("""{"s": {"f": {"stable": "works"}}}"""u8.ToArray());
Console.WriteLine(config.GetValue("s", "f", HashKey.Host, "no config"));
