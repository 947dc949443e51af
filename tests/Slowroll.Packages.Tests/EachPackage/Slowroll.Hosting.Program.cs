// Sdk: Microsoft.NET.Sdk.Web
using System.Text;
using Slowroll;
using Slowroll.Hosting;

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.AddSlowroll<Features>(
    ConfigSource.From("here", (_, _) => ValueTask.FromResult(
        FetchResult.Fresh(Encoding.UTF8.GetBytes("""{"s": {"f": {"stable": "works"}}}"""), etag: null))),
    options => options.UseDiskCache = false);
await using var app = builder.Build();
await app.StartAsync();
using var scope = app.Services.CreateScope();
Console.WriteLine(scope.ServiceProvider.GetRequiredService<Frozen<Features>>().Flags.F(HashKey.Host.Value));
await app.StopAsync();

internal sealed class Features(SlowrollConfig config) : IFlagClass<Features>
{
    public static string LocalCacheName => "each-package";

    public SlowrollConfig Config => config;

    public static Features FromConfig(SlowrollConfig config) => new(config);

    public string F(string host) => config.GetValue("s", "f", host, "no config");
}
