using System.Globalization;
using System.Text.Json;

namespace Slowroll.Generators.Tests.Packaging;

/// <summary>The props and targets of the package.</summary>
public sealed class BuildFilesTests : BuildFilesTest
{
    private static readonly string[] Described =
        [
            "Identity",
            "SlowrollKind",
            "SlowrollNamespace",
            "SlowrollClassName",
            "SlowrollVisibility",
            "SlowrollUrl",
            "SlowrollSchema",
            "SlowrollPrevious"];

    [Fact]
    public async Task Schemas_and_configs_become_additional_files_with_metadata()
    {
        var (exitCode, output) = await Build(
            """
            <SlowrollSchema Include="app.json" Namespace="Acme" ClassName="App" Visibility="public" Url="https://example.com/" />
            <SlowrollConfig Include="app.json" Schema="app.schema.json" Previous="live/app.json" />
            """,
            "-getItem:AdditionalFiles");

        Assert.True(exitCode == 0, output);
        var files = JsonDocument.Parse(output).RootElement.GetProperty("Items").GetProperty("AdditionalFiles");
        Assert.Equal("app.json schema Acme App public https://example.com/  ", Describe(files[0]));
        Assert.Equal("app.json config     app.schema.json live/app.json", Describe(files[1]));
        Assert.Equal("live/app.json earlier      ", Describe(files[2]));
    }

    [Fact]
    public async Task An_earlier_config_that_is_a_config_too_is_listed_once()
    {
        var (exitCode, output) = await Build(
            """<SlowrollConfig Include="live.json" /><SlowrollConfig Include="app.json" Previous="live.json" />""",
            "-getItem:AdditionalFiles");

        Assert.True(exitCode == 0, output);
        var files = JsonDocument.Parse(output).RootElement.GetProperty("Items").GetProperty("AdditionalFiles");
        Assert.Equal(["live.json config      ", "app.json config      live.json"],
            files.EnumerateArray().Select(Describe));
    }

    [Theory]
    [InlineData("<SlowrollAsOf>2026-01-01</SlowrollAsOf>", "2026-01-01")]
    [InlineData("<SlowrollAsOf>2026-01-01</SlowrollAsOf><SlowrollGracePeriod>30d</SlowrollGracePeriod>", "2026-01-01")]
    [InlineData("", "")]
    public async Task As_of_is_what_the_project_says(string properties, string asOf) =>
        Assert.Equal(asOf, (await Build("", "-getProperty:SlowrollAsOf", properties)).Output.Trim());

    [Fact]
    public async Task A_grace_period_alone_means_today()
    {
        var before = DateTime.UtcNow.Date;
        var (_, output) =
            await Build("", "-getProperty:SlowrollAsOf", "<SlowrollGracePeriod>30d</SlowrollGracePeriod>");

        Assert.InRange(DateTime.ParseExact(output.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture), before,
            DateTime.UtcNow.Date);
    }

    [Fact]
    public async Task An_earlier_config_that_does_not_exist_is_named_with_what_to_do()
    {
        var (exitCode, output) = await Build("""<SlowrollConfig Include="app.json" Previous="live/app.json" />""");

        Assert.NotEqual(0, exitCode);
        Assert.Contains($"SlowrollConfig's Previous names '{Path.Combine(Folder, "live", "app.json")}'", output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SlowrollSchema")]
    [InlineData("SlowrollConfig")]
    public async Task Survive_71_a_file_that_does_not_exist_is_named_with_what_to_do(string item)
    {
        var (exitCode, output) =
            await Build($"""<{item} Include="gone/app.json" /><SlowrollSchema Include="app.json" />""");

        Assert.NotEqual(0, exitCode);
        Assert.Contains($"{item} names '{Path.Combine(Folder, "gone", "app.json")}'", output, StringComparison.Ordinal);
        Assert.Contains("correct the path", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visibility_that_csharp_does_not_have_is_refused()
    {
        var (exitCode, output) = await Build("""<SlowrollSchema Include="app.json" Visibility="protected" />""");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("Write public or internal", output, StringComparison.Ordinal);
    }

    // Each in the metadata, a property, a file's name and a folder: none is code to MSBuild.
    public static TheoryData<string> Odd =>
    [
        "it's", "a`b", "a(b", "a)b", "%24(OS)", "%25(Identity)", "%40(SlowrollSchema)", "a%3Bb", "a,b", "%2525",
        "a&quot;b", "')) or ('1'=='1", "`)) + (`", "$([System.Guid]::Empty)",
    ];

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task No_text_of_a_project_is_code(string odd)
    {
        var name = Unescaped(odd).Replace("\"", "", StringComparison.Ordinal);
        var include = odd.Replace("&quot;", "", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(Folder, $"{name}.json"), "{}");
        var (exitCode, output) = await Build(
            $"""
            <SlowrollSchema Include="{include}.json" Namespace="{odd}" ClassName="{odd}" Url="https://ada:{odd.Replace("%40", "", StringComparison.Ordinal)}@example.com/{odd}" />
            <SlowrollConfig Include="{include}.json" Schema="{odd}" Previous="{include}.json" Url="https://example.com/{odd}" />
            """,
            properties: $"<LangVersion>{odd}</LangVersion><SlowrollAsOf>{odd}</SlowrollAsOf>"
                + $"<SlowrollGracePeriod>{odd}</SlowrollGracePeriod><SlowrollPullTimeout>{odd}</SlowrollPullTimeout>");

        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public async Task No_path_of_a_project_is_a_command_to_a_shell()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Its files can't have such names.
        }

        File.WriteAllText(Path.Combine(Folder, "a$(touch pwned)`touch pwned`'\".dll"), "");
        var (_, output) = await Build(
            """<SlowrollConfig Include="app.json" Url="http://localhost:1/it's%24(touch pwned)" />""",
            "-t:SlowrollPull",
            "<SlowrollToolPath>a%24(touch pwned)`touch "
                + "pwned`'%22.dll</SlowrollToolPath><SlowrollPullTimeout>1;--failure;error</SlowrollPullTimeout>");

        Assert.DoesNotContain("MSB4", output, StringComparison.Ordinal);
        Assert.Contains("a$(touch pwned)`touch pwned`", output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Folder, "pwned", SearchOption.AllDirectories));
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task No_text_that_is_refused_is_code(string odd)
    {
        var (exitCode, output) = await Build($"""<SlowrollSchema Include="app.json" Visibility="{odd}" />""");

        Assert.NotEqual(0, exitCode);
        Assert.DoesNotContain("MSB4", output, StringComparison.Ordinal);
        Assert.Contains(
            $"has the Visibility '{Unescaped(odd)}'. Write public or internal.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejected_file_name_is_reported_on_one_line()
    {
        var (_, output) =
            await Build("""<SlowrollConfig Include="a%0APayments.cs(1,1): error CS0666: x%1B[2J.json" />""");

        Assert.DoesNotContain(output.Split('\n'), line => line.StartsWith("Payments.cs", StringComparison.Ordinal)
            || line.Contains('\u001b', StringComparison.Ordinal));
        Assert.Contains("SlowrollConfig names", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snapshot_that_was_never_pulled_is_named_with_what_to_do()
    {
        var (exitCode, output) =
            await Build("""<SlowrollConfig Include="gone.json" Url="https://example.com/app.json" />""");

        Assert.NotEqual(0, exitCode);
        Assert.Contains(
            "gone.json', and there is no such file yet. Fetch it with: dotnet build -t:SlowrollPull",
            output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pulling_without_the_command_is_an_error_with_its_path()
    {
        var (exitCode, output) = await Build(
            """<SlowrollConfig Include="app.json" Url="https://example.com/app.json" />""",
            "-t:SlowrollPull",
            "<SlowrollToolPath>gone/tool.dll</SlowrollToolPath>");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("There is no program for SlowrollPull at 'gone/tool.dll'", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.0")]
    [InlineData("9")]
    [InlineData("7.3")]
    [InlineData("ISO-2")]
    public async Task Survive_83_a_language_that_is_too_old_is_reported_once_with_what_to_do(string version)
    {
        var (exitCode, output) = await Build(
            """<SlowrollSchema Include="app.json" />""", properties: $"<LangVersion>{version}</LangVersion>");

        Assert.NotEqual(0, exitCode);
        Assert.Single(
            output.Split('\n'),
            line => line.Contains($"need C# 11 or newer, and LangVersion is '{version}'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("11")]
    [InlineData("12.0")]
    [InlineData("100")]
    [InlineData("latest")]
    [InlineData("")]
    public async Task Survive_83_a_language_that_is_new_enough_is_not_reported(string version) => Assert.Equal(
        0, (await Build(
            """<SlowrollSchema Include="app.json" />""",
            properties: $"<LangVersion>{version}</LangVersion>")).ExitCode);

    [Fact]
    public async Task Survive_83_without_a_schema_any_language_will_do() =>
        Assert.Equal(0, (await Build("", properties: "<LangVersion>7.3</LangVersion>")).ExitCode);

    [Fact]
    public async Task Correct_items_are_not_reported() =>
        Assert.Equal(0,
            (await Build("""<SlowrollSchema Include="app.json" Url="https://example.com/app.json" />""")).ExitCode);

    private static string Unescaped(string text) => text is "$([System.Guid]::Empty)"
        ? $"{Guid.Empty}"
        : Uri.UnescapeDataString(text.Replace("&quot;", "\"", StringComparison.Ordinal));

    private static string Describe(JsonElement item) => string.Join(
        ' ', Described.Select(name => item.TryGetProperty(name, out var value) ? value.GetString() : ""));
}
