// Sdk: Microsoft.NET.Sdk.Web
using System.Text;
using Slowroll;

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.AddSlowroll<Features>(
    ConfigSource.From("here", (_, _) => ValueTask.FromResult(
        FetchResult.Fresh(Encoding.UTF8.GetBytes("""{"s": {"f": {"stable": "works"}}}"""), etag: null))),
    options => options.UseDiskCache = false);
await using var app = builder.Build();
app.MapSlowroll("/slowroll", options => options.ShowOutsideDevelopment = true);
await app.StartAsync();
using HttpClient client = new() { BaseAddress = new Uri(app.Urls.Single()) };
var page = await client.GetStringAsync(new Uri("/slowroll", UriKind.Relative));
Console.WriteLine(page.Contains("works", StringComparison.Ordinal) ? "works" : page);
await app.StopAsync();

internal sealed class Features(SlowrollConfig config) : IFlagClass<Features>
{
    public static string LocalCacheName => "each-package";

    public SlowrollConfig Config => config;

    public static Features FromConfig(SlowrollConfig config) => new(config);
}
