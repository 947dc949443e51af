// Sdk: Microsoft.NET.Sdk.Web
using System.Text;
using Microsoft.FeatureManagement;
using Slowroll;

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.AddSlowroll<Features>(
    ConfigSource.From("here", (_, _) => ValueTask.FromResult(
        FetchResult.Fresh(Encoding.UTF8.GetBytes("""{"s": {"f": {"stable": "works"}}}"""), etag: null))),
    options => options.UseDiskCache = false);
builder.Services.AddFeatureManagement().AddSlowroll<Features>(features =>
{
    features.HashKeyOf = _ => HashKey.Host.Value;
    features.Add("F", new FlagKey<string>("s", "f", "no config"));
});
await using var app = builder.Build();
await app.StartAsync();
var variant = await app.Services.GetRequiredService<IVariantFeatureManager>().GetVariantAsync("F");
Console.WriteLine(variant.Configuration.Value);
await app.StopAsync();

internal sealed class Features(SlowrollConfig config) : IFlagClass<Features>
{
    public static string LocalCacheName => "each-package";

    public SlowrollConfig Config => config;

    public static Features FromConfig(SlowrollConfig config) => new(config);
}
