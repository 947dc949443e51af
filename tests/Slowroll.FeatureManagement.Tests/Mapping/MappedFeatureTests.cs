using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.FeatureFilters;

namespace Slowroll.FeatureManagement.Tests.Mapping;

/// <summary>Whoever asks for a feature reads a flag: that is counted and logged as any other read.</summary>
public class MappedFeatureTests
{
    private static readonly TargetingContext Ada = new() { UserId = "ada" };

    [Theory]
    [InlineData("NewCheckout", "shop.new_checkout new")]
    [InlineData("Theme", "shop.theme new")]
    public async Task A_question_whether_a_feature_is_enabled_is_counted_once(string feature, string counted)
    {
        await using var shop = await Shop.StartAsync();
        List<string> heard = [];
        using (Listen(heard))
            await shop.Services.GetRequiredService<IVariantFeatureManager>().IsEnabledAsync(feature, Ada);

        Assert.Equal([counted], heard);
    }

    [Fact]
    public async Task A_question_for_a_variant_is_counted_once()
    {
        await using var shop = await Shop.StartAsync();
        List<string> heard = [];
        using (Listen(heard))
            await shop.Services.GetRequiredService<IVariantFeatureManager>().GetVariantAsync("Theme", Ada);

        Assert.Equal(["shop.theme new"], heard);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_first_answer_to_each_user_is_logged_as_an_exposure(bool isForVariant)
    {
        using ExposureLog log = new();
        await using var shop = await Shop.StartAsync(logs: log);
        var features = shop.Services.GetRequiredService<IVariantFeatureManager>();
        foreach (var user in (string[])["ada", "bob", "ada"])
        {
            var context = new TargetingContext { UserId = user };
            if (isForVariant)
                await features.GetVariantAsync("Theme", context);
            else
                await features.IsEnabledAsync("Theme", context);
        }

        await shop.Services.GetRequiredService<ShopFlags>().Config.DisposeAsync();

        Assert.Equal(
            [
                "The flag shop.theme gave new to ada (targeting_match).",
                "The flag shop.theme gave stable to bob (default).",
            ],
            log.Lines.Order());
    }

    private static MeterListener Listen(List<string> heard)
    {
        MeterListener listener = new()
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "slowroll.flag.evaluations")
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            Dictionary<string, object?> named = new(tags.ToArray());
            var key = $"{named["feature_flag.key"]}";
            if (key.StartsWith("shop.", StringComparison.Ordinal))
                heard.Add($"{key} {named["feature_flag.result.variant"]}");
        });
        listener.Start();
        return listener;
    }

    private sealed class ExposureLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (eventId.Name == "feature_flag.evaluation")
                Lines.Enqueue(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }
}
