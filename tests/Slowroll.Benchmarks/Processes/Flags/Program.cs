// Opens a config from the cache, asks for one flag, ends. With a third argument it waits for a newer config, so that a
// cache is there.
using Slowroll;

var options = new SlowrollOptions { CacheDirectory = args[1], CacheFreshFor = args.Length > 2 ? TimeSpan.Zero : null };
await using var config = await SlowrollConfig.OpenAsync(new Uri(args[0]), "process", options);
Console.WriteLine(config.GetFlag("features", "install_to_opt_foo", false).Evaluate("web-17"));
