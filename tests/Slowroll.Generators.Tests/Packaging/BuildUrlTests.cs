namespace Slowroll.Generators.Tests.Packaging;

/// <summary>The build checks the URLs of items, and shows none that may have a secret.</summary>
public sealed class BuildUrlTests : BuildFilesTest
{
    [Theory]
    [InlineData("config.json")]
    [InlineData("file:///etc/config.json")]
    [InlineData("ada:it's%60secret)@example.com/config.json")]
    [InlineData("https://")]
    [InlineData("https://example.com:99999/x.json")]
    [InlineData("https://a b/")]
    public async Task A_URL_that_is_none_is_refused_and_not_shown(string url)
    {
        var (exitCode, output) = await Build($"""<SlowrollSchema Include="app.json" Url="{url}" />""");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("The Url of SlowrollSchema 'app.json' must start with http:// or https:// and a host; a port "
            + "is at most 65535. Write it like https://example.com/app_features.json. A config in a file is opened "
            + "with OpenAsync(new FileConfigSource(path)).", output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", output, StringComparison.Ordinal);
        Assert.DoesNotContain($"'{url}'", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("config.json")]
    [InlineData("file:///etc/config.json")]
    [InlineData("http:///config.json")]
    [InlineData("ada:secret@example.com/config.json")]
    public async Task A_configs_URL_that_is_none_is_refused_and_not_shown(string url)
    {
        var (exitCode, output) = await Build($"""<SlowrollConfig Include="app.json" Url="{url}" />""");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("The Url of SlowrollConfig 'app.json' must start with http:// or https:// and a host; a port "
            + "is at most 65535. Write it like", output, StringComparison.Ordinal);
        Assert.DoesNotContain(url, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.com/app.json")]
    [InlineData("HTTPS://bücher.example:65535?a#b")]
    [InlineData("https://ada@example.com/it's%20a;b?c=d&amp;e=%2541")]
    public async Task A_correct_URL_of_a_config_is_not_reported(string url) =>
        Assert.Equal(0, (await Build($"""<SlowrollConfig Include="app.json" Url="{url}" />""")).ExitCode);

    [Theory]
    [InlineData("""<SlowrollSchema Include="https://ada:secret@example.com/app.schema.json" />""")]
    [InlineData("""<SlowrollConfig Include="HTTPS://ada:secret@example.com/app.json" />""")]
    [InlineData(
        """<SlowrollConfig Include="htps:\\ada:secret@example.com/app.json" Url="https://example.com/app.json" />""")]
    [InlineData("""<SlowrollConfig Include="app.json" Previous="live/https://ada:secret@example.com/app.json" />""")]
    public async Task A_URL_in_the_place_of_a_path_is_not_shown(string item)
    {
        var (exitCode, output) = await Build(item);

        Assert.NotEqual(0, exitCode);
        Assert.Contains("?', and there is no such file", output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", output, StringComparison.Ordinal);
    }
}
