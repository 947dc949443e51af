using Microsoft.Extensions.Time.Testing;

namespace Slowroll.Tests.Telemetry;

/// <summary>The reasons and errors of exposures are those of OpenTelemetry's convention.</summary>
public sealed class ExposureReasonTests : ExposedFlag
{
    [Theory]
    [InlineData("""{"stable": 1}""", "stable static - -")]
    [InlineData("""{"stable": 1, "new": 2, "early_adopters": ["key"]}""", "new targeting_match - -")]
    [InlineData("""{"stable": 1, "new": 2, "early_adopters": ["a"]}""", "stable default - -")]
    [InlineData($$"""{"stable": 1, {{Ramp}}}""", "new split - -")]
    [InlineData("""{"stable": 1, "new": 2, "end_time": "2020-01-02 00:00Z", "duration": "1d"}""", "new split - -")]
    [InlineData(
        """
        {"stable": 1, "new": 2, "start_time": "2030-01-01 00:00Z", "duration": "1d", "waves": [{"audience": "eu"}]}
        """,
        "stable default - -")]
    [InlineData($$"""{"stable": 10, {{Ramp}}, "interpolate": true}""", "new targeting_match - -")]
    [InlineData(
        """{"stable": true}""",
        "default error type_mismatch 'stable' is true, which is no integer of 32 bits.")]
    [InlineData("null", "default error parse_error The flag must be an object with at least 'stable'.")]
    [InlineData(
        """{"stable": 1, "new": 2, "end_time": "2030-01-02 00:00Z"}""",
        "default error parse_error There is an 'end_time' and no 'duration'.")]
    public async Task The_reason_is_one_of_OpenTelemetrys(string flag, string expected)
    {
        var config = Of(flag);
        config.GetFlag("s", "f", -1).Evaluate("key");
        await config.DisposeAsync();

        var line = Assert.Single(Log.Only(
            "feature_flag.result.variant", "feature_flag.result.reason", "error.type", "feature_flag.error.message"));
        Assert.StartsWith(expected.Split(" There")[0].Split(" The flag")[0], line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_flag_and_a_missing_config_are_two_errors()
    {
        await using (var config = Of("""{"stable": 1}"""))
        {
            config.GetFlag("s", "gone", -1).Evaluate("key");
            config.GetValue("s", "gone too", "key", -1);
        }

        await using (var config = SlowrollConfig.Create(new ScriptedSource(), "test", Options()))
            config.GetFlag("s", "early", -1).Evaluate("key");

        Assert.Equal(
            ["s.gone error flag_not_found", "s.gone too error flag_not_found", "s.early error provider_not_ready"],
            Log.Only("feature_flag.key", "feature_flag.result.reason", "error.type"));
    }

    [Fact]
    public async Task Locks_and_ramps_that_stand_still_are_told()
    {
        var options = Options();
        options.Locks[new("s", "f")] = Side.New;
        await using (var config = Of($$"""{"stable": 1, {{Ramp}}}""", options))
            config.GetFlag("s", "f", -1).Evaluate("key");

        var source = new ScriptedSource();
        source.Sends($$"""{"s": {"f": {"stable": 1, {{Ramp}} } } }""");
        var time = new FakeTimeProvider(OneFlag.Noon);
        options = Options();
        (options.MaxStaleness, options.TimeProvider) = (TimeSpan.FromHours(1), time);
        await using (var config = await SlowrollConfig.OpenAsync(source, "test", options))
        {
            time.Advance(TimeSpan.FromHours(2));
            config.GetFlag("s", "f", -1).Evaluate("key");
        }

        Assert.Equal(
            ["new static", "new stale"], Log.Only("feature_flag.result.variant", "feature_flag.result.reason"));
    }
}
