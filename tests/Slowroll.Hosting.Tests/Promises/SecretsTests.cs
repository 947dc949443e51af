using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static Slowroll.Hosting.Tests.TestHost;

namespace Slowroll.Hosting.Tests.Promises;

/// <summary>A URL in the settings has a password in it, and may be written wrong or stand in the wrong place.</summary>
public class SecretsTests
{
    [Theory]
    [InlineData("Url", "https://ada:s3/qwz@example.com/config.json")]
    [InlineData("Url", "https://ada:33/qwz@example.com/config.json")]
    [InlineData("Url", "https://ada:33?qwz@example.com/config.json")]
    [InlineData("Url", "https://ada:33#qwz@example.com/config.json")]
    [InlineData("Url", "https://ada:33\\qwz@example.com/config.json")]
    [InlineData("Url", "https://ada:s3qwz@")]
    [InlineData("Url", "htps://ada:s3qwz@example.com/config.json?key=s3qwz")]
    [InlineData("Url", "https//ada:s3qwz@example.com/config.json")]
    [InlineData("Url", "example.com/config.json?key=s3qwz")]
    [InlineData("Url", "s3qwz:s3qwz@example.com")]
    [InlineData("Url", "s3qwz")]
    [InlineData("Url", "https://ada:s3qwz@[::/")]
    [InlineData("File", "https://ada:s3qwz@example.com/config.json?key=s3qwz")]
    [InlineData("File", " https://ada:s3qwz@example.com/config.json?key=s3qwz")]
    [InlineData("File", "htps:/ada:s3qwz@example.com/config.json")]
    [InlineData("PollInterval", "https://ada:s3qwz@example.com/config.json")]
    [InlineData("UseDiskCache", "https://ada:s3/qwz@example.com/config.json")]
    [InlineData("MaxConfigBytes", "ada:s3qwz@example.com")]
    [InlineData("CacheDirectory", "https://ada:s3qwz@example.com/config.json")]
    [InlineData("LocksFile", "https://example.com/locks?key=s3qwz")]
    [InlineData("ProcessHashKey", " https://ada:s3qwz@example.com/config.json")]
    [InlineData("MaxExposures", "ada:s3qwz@example.com")]
    public void No_value_that_may_be_a_URL_is_shown(string key, string value)
    {
        var e = Refused(key, value);

        Assert.DoesNotContain("qwz", e.ToString(), StringComparison.Ordinal);
        Assert.StartsWith($"The configuration value Flags:{key} ", Assert.Single(e.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://ada:s3qwz@example.com/config.json")]
    [InlineData("Url:https://ada:s3qwz@example.com")]
    public void No_name_that_may_be_a_URL_is_shown(string key) =>
        Assert.DoesNotContain("qwz", Refused(key, "x").ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://example.com:8080/config.json")]
    [InlineData("https://ada:s3qwz@example.com:8080/@scope/config.json")]
    [InlineData("https://cdn.example.com/npm/@scope/flags@1/config.json")]
    [InlineData("http://127.0.0.1:8080/npm/%40scope/config.json")]
    public void A_URL_that_is_written_right_is_taken(string url)
    {
        using var host = With(services => services.AddSlowroll<Features>(Section(("Url", url)), Quietly));

        Assert.Equal(-1, host.Flag());
    }

    private static OptionsValidationException Refused(string key, string value) =>
        Assert.Throws<OptionsValidationException>(() =>
        {
            using var host = With(services => services.AddSlowroll<Features>(
                key == "File" ? Section((key, value)) : Section(("Url", "http://127.0.0.1/"), (key, value))));
            host.Services.GetRequiredService<Features>();
        });
}
