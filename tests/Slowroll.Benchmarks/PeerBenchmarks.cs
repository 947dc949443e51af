using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.FeatureFilters;

namespace Slowroll.Benchmarks;

/// <summary>The same questions to what one would use instead.</summary>
[MemoryDiagnoser]
public class PeerBenchmarks
{
    private static readonly DateTimeOffset End = DateTimeOffset.UtcNow.AddDays(7);

    private readonly BenchFeatures _flags = new(SlowrollConfig.FromJson(BenchConfig.Utf8Json));
    private readonly string _host = BenchConfig.Hosts[7];
    private readonly IConfiguration _configuration;
    private readonly IVariantFeatureManager _manager;
    private readonly TargetingContext _user = new() { UserId = BenchConfig.Hosts[7] };
    private int _next;

    public PeerBenchmarks()
    {
        _configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["features:settled"] = "true",
            ["FeatureManagement:Plain"] = "true",
            ["FeatureManagement:Half:EnabledFor:0:Name"] = "Microsoft.Targeting",
            ["FeatureManagement:Half:EnabledFor:0:Parameters:Audience:DefaultRolloutPercentage"] = "50",
        }).Build();
        var services = new ServiceCollection();
        services.AddSingleton(_configuration).AddFeatureManagement().AddFeatureFilter<ContextualTargetingFilter>();
        _manager = services.BuildServiceProvider().GetRequiredService<IVariantFeatureManager>();
    }

    [Benchmark(Description = "Slowroll, settled")]
    public bool Settled() => _flags.Settled(_host);

    [Benchmark(Description = "IConfiguration.GetValue")]
    public bool Configuration() => _configuration.GetValue<bool>("features:settled");

    [Benchmark(Description = "Microsoft.FeatureManagement, plain")]
    public ValueTask<bool> ManagementPlain() => _manager.IsEnabledAsync("Plain");

    [Benchmark(Description = "Slowroll, mid-ramp, same key")]
    public bool Ramp() => _flags.Ramp(_host);

    [Benchmark(Description = "Slowroll, mid-ramp, ever new keys")]
    public bool RampNewKeys() => _flags.Ramp(BenchConfig.Hosts[_next++ % BenchConfig.HostCount]);

    [Benchmark(Description = "SHA-1 rollout by hand")]
    public bool ByHand()
    {
        var digest = SHA1.HashData(Encoding.UTF8.GetBytes(_host));
        var position = BinaryPrimitives.ReadUInt32BigEndian(digest.AsSpan(16)) / 4294967296.0;
        var progress = 1 - (End - DateTimeOffset.UtcNow) / TimeSpan.FromDays(14);
        return position < progress;
    }

    [Benchmark(Description = "Microsoft.FeatureManagement, targeting 50 %")]
    public ValueTask<bool> ManagementTargeting() => _manager.IsEnabledAsync("Half", _user);
}
