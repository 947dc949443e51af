using System.Globalization;

namespace Slowroll.Tests;

public class ConfigStatusTests
{
    private static readonly ConfigStatus Full = new()
    {
        Origin = ConfigOrigin.Cache,
        Source = "https://example.com/config.json",
        ETag = "\"7\"",
        ConfirmedAt = new DateTimeOffset(2030, 1, 1, 12, 0, 0, TimeSpan.Zero),
        Age = TimeSpan.FromMinutes(5),
        NextPollAt = new DateTimeOffset(2030, 1, 1, 12, 6, 0, TimeSpan.Zero),
        Utf8Json = "{}"u8.ToArray(),
        RampsStoppedAt = new DateTimeOffset(2030, 1, 1, 13, 0, 0, TimeSpan.Zero),
        ClockSkew = TimeSpan.FromSeconds(-3),
        Locks = [new("s.f", Side.New, LockOrigin.File), new("s.g", Side.Stable, LockOrigin.Option)],
        LocksFile = "/tmp/locks",
        ConsecutiveFailures = 2,
        LastError = "down",
    };

    [Fact]
    public void Its_text_has_all_that_is_known_and_no_names_of_types()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("th-TH");

            Assert.Equal(
                "ConfigStatus { Origin = Cache, Source = https://example.com/config.json, ETag = \"7\", "
                + "ConfirmedAt = 2030-01-01 12:00:00Z, Age = 00:05:00, "
                + "NextPollAt = 2030-01-01 12:06:00Z, Utf8Json = 2 bytes, RampsStoppedAt = 2030-01-01 13:00:00Z, "
                + "ClockSkew = -00:00:03, "
                + "Locks = s.f=New (File); s.g=Stable (Option), LocksFile = /tmp/locks, ConsecutiveFailures = 2, "
                + "LastError = down }",
                Full.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Its_text_leaves_out_what_is_not_known() =>
        Assert.Equal("ConfigStatus { Origin = Fixed, ConsecutiveFailures = 0 }",
            SlowrollConfig.Empty.Status.ToString());

    [Fact]
    public void No_property_is_forgotten_in_its_text() => Assert.All(
        typeof(ConfigStatus).GetProperties().Select(property => property.Name),
        name => Assert.Contains($" {name} = ", Full.ToString(), StringComparison.Ordinal));
}
