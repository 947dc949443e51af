using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static Slowroll.Hosting.Tests.TestHost;

namespace Slowroll.Hosting.Tests.Settings;

/// <summary>What a section of the host's configuration may say, and what is told of the rest.</summary>
public class SettingsReaderTests
{
    [Theory]
    [InlineData("30s", 30_000)]
    [InlineData("5m", 300_000)]
    [InlineData("1h30m", 5_400_000)]
    [InlineData(" 1d ", 86_400_000)]
    [InlineData("500ms", 500)]
    [InlineData("00:01:00", 60_000)]
    [InlineData("0:01:00", 60_000)]
    [InlineData("23:59:59", 86_399_000)]
    [InlineData("00:00:00.25", 250)]
    public void A_time_is_read_as_in_a_config_or_as_hours_minutes_and_seconds(string text, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), OptionsOf(("PollInterval", text)).PollInterval);

    [Fact]
    public void Every_setting_is_read()
    {
        var options = OptionsOf(
            ("PollInterval", "10m"), ("StartupTimeout", "1s"), ("FetchTimeout", "00:00:02"), ("MaxStaleness", "6h"),
            ("MaxCacheAge", "7.00:00:00"),
            ("CacheFreshFor", "0s"),
            ("HonorMaxAge", "True"), ("MaxConfigBytes", "1000"), ("CacheDirectory", "caches"),
            ("usediskcache", "false"), ("LocksFile", "locks"), ("MaxExposures", "5000"), ("ProcessHashKey", "pod-1"));

        Assert.Equal(
            (TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromHours(6),
                TimeSpan.FromDays(7)),
            (options.PollInterval, options.StartupTimeout, options.FetchTimeout, options.MaxStaleness,
                options.MaxCacheAge));
        Assert.Equal(
            (TimeSpan.Zero, true, 1000, "caches", false, "locks"),
            (
                options.CacheFreshFor,
                options.HonorMaxAge,
                options.MaxConfigBytes,
                options.CacheDirectory,
                options.UseDiskCache,
                options.LocksFile));
        Assert.Equal((5000, new HashKey("pod-1")), (options.MaxExposures, options.ProcessHashKey));
    }

    [Theory]
    [InlineData("host", null)]
    [InlineData(" host ", null)]
    [InlineData("Host", "Host")]
    [InlineData(" web-1 ", "web-1")]
    public void The_hash_key_of_the_process_is_that_of_the_host_or_what_is_written(string text, string? hashKey) =>
        Assert.Equal(hashKey ?? HashKey.Host.Value, OptionsOf(("ProcessHashKey", text)).ProcessHashKey?.Value);

    [Fact]
    public void There_is_no_hash_key_of_the_process_by_default() =>
        Assert.Null(OptionsOf(("ProcessHashKey", " ")).ProcessHashKey);

    [Theory]
    [InlineData("PollInterval", "24:00:00")]
    [InlineData("PollInterval", "1")]
    [InlineData("PollInterval", "0")]
    [InlineData("PollInterval", "60")]
    [InlineData("PollInterval", "-00:01:00")]
    [InlineData("PollInterval", "00:60:00")]
    [InlineData("PollInterval", "5:00")]
    [InlineData("PollInterval", "1:24:00:00")]
    [InlineData("PollInterval", "often")]
    [InlineData("PollInterval", "1e3s")]
    [InlineData("PollInterval", "106751991167d")]
    [InlineData("PollInterval", "2d")]
    [InlineData("PollInterval", "1ms")]
    [InlineData("StartupTimeout", "24:00:00")]
    [InlineData("StartupTimeout", "-5s")]
    [InlineData("FetchTimeout", "30")]
    [InlineData("FetchTimeout", "0s")]
    [InlineData("MaxStaleness", "48:00:00")]
    [InlineData("MaxStaleness", "0s")]
    [InlineData("MaxCacheAge", "7")]
    [InlineData("MaxCacheAge", "7.24:00:00")]
    [InlineData("CacheFreshFor", "-1s")]
    [InlineData("CacheFreshFor", "1")]
    [InlineData("HonorMaxAge", "yes")]
    [InlineData("UseDiskCache", "1")]
    [InlineData("MaxConfigBytes", "16MB")]
    [InlineData("MaxConfigBytes", "0")]
    [InlineData("MaxConfigBytes", "9999999999999999999999")]
    [InlineData("MaxConfigBytes", "2147483648")]
    [InlineData("MaxExposures", "-1")]
    [InlineData("MaxExposures", "1000001")]
    [InlineData("MaxExposures", "1e3")]
    public void A_value_that_can_not_be_read_is_named_with_its_full_key(string key, string value) =>
        Assert.StartsWith(
            $"The configuration value Flags:{key} is '{value}'; it must be ", FaultOf((key, value)),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("PolInterval",
        "The configuration value Flags:PolInterval is not known. Did you mean Flags:PollInterval?")]
    [InlineData("Poll:Interval",
        "The configuration value Flags:Poll:Interval is not known. Did you mean Flags:PollInterval?")]
    [InlineData("Names:0", "The configuration value Flags:Names:0 is not known. Known are ")]
    [InlineData("Url:0", "The configuration value Flags:Url:0 is not known. Known are ")]
    [InlineData("x\ny", "The configuration value Flags:x\\u000Ay is not known. Known are ")]
    public void An_unknown_name_is_told_with_its_full_key(string key, string message) =>
        Assert.StartsWith(message, FaultOf((key, "00:00:01")), StringComparison.Ordinal);

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var e = Refused(("PollInterval", "24:00:00"), ("PolInterval", "1s"), ("UseDiskCache", "no"));

        Assert.Equal(3, e.Failures.Count());
    }

    [Fact]
    public void A_URL_and_a_file_are_one_too_many() =>
        Assert.Equal("The configuration values Flags:Url and Flags:File are both given: take one.",
            FaultOf(("File", "features.json")));

    [Theory]
    [InlineData("config.json",
        "The configuration value Flags:Url must be an absolute URL, such as https://example.com/app_features.json")]
    [InlineData("file:///etc/config.json", "The configuration value Flags:Url must start with http:// or https://. A "
        + "config in a file is named by Flags:File instead.")]
    [InlineData("ada:secret@example.com/config.json", "The configuration value Flags:Url must start with http:// or "
        + "https://. A config in a file is named by Flags:File instead.")]
    public void What_is_no_URL_is_told(string url, string message) =>
        Assert.StartsWith(message, FaultOf(("Url", url)), StringComparison.Ordinal);

    [Fact]
    public void A_section_that_says_nothing_is_told_what_it_needs()
    {
        using var host = With(services => services.AddSlowroll<Features>(Section()));

        var e = Assert.Throws<OptionsValidationException>(() => host.Services.GetRequiredService<Features>());

        Assert.StartsWith("The configuration value Flags:Url is missing; give it, such as https://", e.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_section_is_told_when_the_host_starts()
    {
        using var host = With(
            services => services.AddSlowroll<Features>(Section(("Url", "http://127.0.0.1:1/"), ("PollInterval", "1"))));

        var e = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains("Flags:PollInterval", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_whole_configuration_may_be_the_section_and_holds_other_things_then()
    {
        var root = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Url", "http://127.0.0.1:1/"), new("PATH", "/bin"), new("PollInterval", "30s")])
            .Build();
        SlowrollOptions? seen = null;
        using var host = With(services => services.AddSlowroll<Features>(root, options => seen = options));
        _ = host.Services.GetRequiredService<Features>();

        Assert.Equal(TimeSpan.FromSeconds(30), seen!.PollInterval);
    }

    [Fact]
    public void Options_can_be_changed_for_all_classes_of_flags()
    {
        SlowrollOptions? seen = null;
        using var host = With(services =>
        {
            services.AddSlowroll<Features>(Section(("Url", "http://127.0.0.1:1/"), ("PollInterval", "30s")));
            services.ConfigureAll<SlowrollOptions>(options => seen = options);
            services.ConfigureAll<SlowrollOptions>(options => options.UseDiskCache = false);
        });
        _ = host.Services.GetRequiredService<Features>();

        Assert.Equal((TimeSpan.FromSeconds(30), false), (seen!.PollInterval, seen.UseDiskCache));
    }

    private static SlowrollOptions OptionsOf(params (string Key, string? Value)[] values)
    {
        SlowrollOptions? seen = null;
        using var host = With(services => services.AddSlowroll<Features>(
            Section([("Url", "http://127.0.0.1:1/"), .. values]), options => seen = options));
        _ = host.Services.GetRequiredService<Features>();
        return seen!;
    }

    private static string FaultOf((string Key, string? Value) value) => Assert.Single(Refused(value).Failures);

    private static OptionsValidationException Refused(params (string Key, string? Value)[] values) =>
        Assert.Throws<OptionsValidationException>(() => OptionsOf(values));
}
