namespace Slowroll.Packages.Tests;

[Collection(nameof(PackedPackages))]
public class FreshProjectTests(PackedPackages packages)
{
    [Fact]
    public async Task A_fresh_project_restores_the_packages_builds_without_a_warning_and_runs()
    {
        // '#' ends a value on its way to the compiler.
        var (_, dotnet) = packages.NewConsumer("runs in C#, 100% of it's");

        await dotnet.RunAsync("build", "-warnaserror");
        var output = await dotnet.RunAsync("run", "--no-build", "--framework", "net10.0");

        string[] expected =
        [
            "over HTTP: True, from Source",
            "after a change: False",
            "asked again: 304",
            "a wrong type answers the default: 7",
            "without a config: False 1.0 4",
            "other types: Light, Welcome Dark, eu+us, null",
            "from JSON: Dark, Sale 2030-03-15 example.com, Ada",
            "a wrong item: eu+us, 'stable[1]' is 7, which is no string.",
            "in a test: True Test Dark 4",
            "a flags enum: Read, Write",
        ];
        Assert.Equal(expected,
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task Survive_83_a_fresh_project_of_few_means_builds_without_a_warning()
    {
        var (folder, dotnet) = packages.NewConsumer("few-means");
        var project = Path.Combine(folder, "Consumer.csproj");
        await File.WriteAllTextAsync(project, (await File.ReadAllTextAsync(project))
            // As the package manager writes it for analyzers.
            .Replace(
                "Version=\"0.1.0\"",
                "Version=\"0.1.0\" IncludeAssets=\"runtime; build; native; contentfiles; analyzers; buildtransitive\"",
                StringComparison.Ordinal)
            .Replace("<Nullable>enable", "<Nullable>disable", StringComparison.Ordinal)
            .Replace("<ImplicitUsings>enable", "<ImplicitUsings>disable", StringComparison.Ordinal)
            .Replace("<LangVersion>12", "<LangVersion>11", StringComparison.Ordinal)
            .Replace("<RootNamespace>Acme.Shop", "<RootNamespace>Acme.System.Slowroll", StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), """
            internal static class Program
            {
                private static void Main() => global::System.Console.WriteLine(
                    Acme.System.Slowroll.Flags.AppFeatures.Banner("web-1").Text);
            }

            """);

        Assert.Contains("Welcome", await dotnet.RunAsync("run", "-warnaserror", "--framework", "net10.0"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_with_a_mistake_fails_the_build_at_its_line_and_column()
    {
        var (folder, dotnet) = packages.NewConsumer("mistake");
        var schema = Path.Combine(folder, "app_features.schema.json");
        await File.WriteAllTextAsync(schema, (await File.ReadAllTextAsync(schema)).Replace(
            "\"stable\": 4", "\"stable\": \"four\"", StringComparison.Ordinal));

        var (exitCode, output) = await dotnet.TryRunAsync("build", "--framework", "net10.0");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("app_features.schema.json(18,34): error SLOW1007", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flag_that_no_schema_has_fails_the_build_and_the_fix_of_the_package_mends_it()
    {
        var (folder, dotnet) = packages.NewConsumer("typo");
        var code = Path.Combine(folder, "Typo.cs");
        await File.WriteAllTextAsync(code, """
            internal static class Typo
            {
                public static object Flag(Slowroll.SlowrollConfig config) => config.GetFlag("features", "some_cil", "1.0");
            }

            """);

        var (exitCode, output) = await dotnet.TryRunAsync("build", "--framework", "net10.0");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("Typo.cs(3,93): error SLOW2001", output, StringComparison.Ordinal);

        await dotnet.RunAsync(
            "format", "analyzers", "--diagnostics", "SLOW2001", "--severity", "error", "--no-restore");

        Assert.Contains("GetFlag(\"features\", \"some_cli\", \"1.0\")", await File.ReadAllTextAsync(code),
            StringComparison.Ordinal);
    }

    // Razor's generator runs in a real build alone.
    [Fact]
    public async Task A_mistake_in_a_page_or_a_component_is_told_at_its_line_and_column_there()
    {
        var (folder, dotnet) = packages.NewConsumer("razor");
        var project = Path.Combine(folder, "Consumer.csproj");
        await File.WriteAllTextAsync(project, (await File.ReadAllTextAsync(project))
            .Replace("Microsoft.NET.Sdk", "Microsoft.NET.Sdk.Web", StringComparison.Ordinal)
            .Replace("net8.0;net10.0", "net10.0", StringComparison.Ordinal));
        await File.WriteAllTextAsync(
            Path.Combine(folder, "Program.cs"), "WebApplication.CreateBuilder(args).Build().Run();\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "Home.razor"), """
            @inject Slowroll.SlowrollConfig Config
            <p>@Config.GetValue("features", "some_cil", Host, "1.0")</p>
            @code {
                string Host => Acme.Shop.Flags.AppFeatures.SomeCli(System.Environment.MachineName);
            }

            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "Index.cshtml"), """
            @page
            @{
            #pragma warning disable SLOW2006
                var hidden = Acme.Shop.AppFeatures.Defaults.SomeCli("web-1");
            #pragma warning restore SLOW2006
            }
            <p>@Acme.Shop.AppFeatures.Defaults.SomeCli("web-1")</p>

            """);

        var (exitCode, output) = await dotnet.TryRunAsync("build");

        Assert.NotEqual(0, exitCode);
        Assert.Equal(
            [
                "Home.razor(2,33): error SLOW2001",
                "Home.razor(4,20): warning SLOW2009",
                "Home.razor(4,56): warning SLOW2007",
                "Index.cshtml(7,44): warning SLOW2006"],
            from line in output.Split('\n').Select(line => line.Trim()).Distinct()
            where line.Contains("SLOW", StringComparison.Ordinal)
            let told = line.Split(": ")
            select $"{Path.GetFileName(told[0])}: {told[1]}" into place
            orderby place
            select place);
    }

    [Fact]
    public async Task A_finished_flag_is_cleared_out_of_code_and_schema_by_dotnet_format()
    {
        var (folder, dotnet) = packages.NewConsumer("finished");
        string project = Path.Combine(folder, "Consumer.csproj"), code =
            Path.Combine(folder, "Program.cs"), schema = Path.Combine(folder, "app_features.schema.json");
        await File.WriteAllTextAsync(project, (await File.ReadAllTextAsync(project))
            .Replace("<RootNamespace>", "<SlowrollAsOf>2031-01-01</SlowrollAsOf><RootNamespace>",
                StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(folder, "app_features.json"), """
            { "features": { "install_to_opt_foo": { "stable": false, "new": true, "end_time": "2030-03-15 00:00Z", "duration": "14d" } } }
            """);
        await File.WriteAllTextAsync(code, """
            var host = "web-1";
            var toOpt = Acme.Shop.Flags.AppFeatures.InstallToOptFoo(host);
            if (toOpt && args.Length == 0)
            {
                System.Console.WriteLine("/opt");
            }

            """);
        await dotnet.RunAsync("restore");

        await dotnet.RunAsync("format", "analyzers", "--diagnostics", "SLOW3006", "--severity", "info", "--no-restore");

        Assert.Equal(
            """
            if (args.Length == 0)
            {
                System.Console.WriteLine("/opt");
            }

            """,
            await File.ReadAllTextAsync(code));
        Assert.DoesNotContain("install_to_opt_foo", await File.ReadAllTextAsync(schema), StringComparison.Ordinal);
        Assert.Contains("some_cli", await File.ReadAllTextAsync(schema), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flags_that_nobody_asks_for_are_told_where_a_project_wants_it()
    {
        var (folder, dotnet) = packages.NewConsumer("unused");
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), "System.Console.WriteLine();");

        var log = Path.Combine(folder, "found.sarif");
        await dotnet.RunAsync("build", "--framework", "net10.0", "-p:SlowrollReportUnused=true", $"-p:ErrorLog={log}");

        Assert.Contains("SLOW2004", await File.ReadAllTextAsync(log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_that_is_not_there_fails_the_build_with_its_path()
    {
        var (folder, dotnet) = packages.NewConsumer("missing");
        File.Delete(Path.Combine(folder, "app_features.schema.json"));

        var (exitCode, output) = await dotnet.TryRunAsync("build", "--framework", "net10.0");

        Assert.NotEqual(0, exitCode);
        Assert.Contains(Path.Combine(folder, "app_features.schema.json"), output, StringComparison.Ordinal);
    }
}
