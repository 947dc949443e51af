using Slowroll;
using ZooKeeperSample;

// dotnet run --project samples/ZooKeeper -- 127.0.0.1:2181 /flags/app_features
// dotnet run --project samples/ZooKeeper -- 127.0.0.1:2181 /flags/app_features app_features.json     publishes a file
if (args is not [var servers, var path, ..])
{
    Console.Error.WriteLine("Usage: ZooKeeper <servers> <node> [file to publish]");
    return 2;
}

using var source = new ZooKeeperConfigSource(servers, path);
if (args is [_, _, var file])
{
    var written = await source.PublishAsync(await File.ReadAllBytesAsync(file), ZooKeeperConfigSource.AnyVersion);
    Console.WriteLine(written ? "Published." : "Not published: does the node exist?");
    return written ? 0 : 1;
}

await using var config = await SlowrollConfig.OpenAsync(source, "zookeeper-sample");
config.Changed += (_, _) => Show();
Show();
await Task.Delay(Timeout.Infinite);
return 0;

void Show() => Console.WriteLine(
    $"features.some_cli is {config.GetValue("features", "some_cli", HashKey.Host, "1.0")}. {config.Status.LastError}");
