using Microsoft.AspNetCore.Http;
using Slowroll.Tests.Servers;

namespace Slowroll.Packages.Tests;

/// <summary>Projects of the packed packages pull their snapshots from a server on this machine.</summary>
[Collection(nameof(PackedPackages))]
public class PullTests(PackedPackages packages)
{
    private const string Live = """{ "features": { "some_cli": { "stable": "2.0" } } }""";

    // One walk: each of its steps begins with what the one before has left.
    [Fact]
    public async Task A_project_of_two_frameworks_pulls_when_it_is_told_to_and_only_then()
    {
        var (folder, dotnet) = packages.NewConsumer("pulls");
        var snapshot = Path.Combine(folder, "app_features.json");
        var before = await File.ReadAllTextAsync(snapshot);
        await using var server = await LoopbackServer.StartAsync(AnswerAsync);
        await WriteUrlAsync(folder, server.Url.AbsoluteUri);

        await dotnet.RunAsync("build", "--framework", "net10.0");
        Assert.Empty(server.Requests);
        Assert.Equal(before, await File.ReadAllTextAsync(snapshot));

        // What doesn't compile, and a snapshot that a merge has broken, are no hindrance.
        await File.WriteAllTextAsync(snapshot, "<<<<<<< HEAD");
        await File.WriteAllTextAsync(Path.Combine(folder, "Broken.cs"), "this is no C#");
        await PullAsync(dotnet);
        Assert.Equal(Live, await File.ReadAllTextAsync(snapshot));
        Assert.Null(Assert.Single(server.Requests)["If-None-Match"]);

        await PullAsync(dotnet);
        Assert.Equal("\"live\"", server.Requests[1]["If-None-Match"]);

        await server.DisposeAsync();
        var output = await PullAsync(dotnet);
        Assert.Contains(
            $"{snapshot} : warning SLOW4001: The snapshot wasn't changed: {server.Url} can't be connected to",
            output,
            StringComparison.Ordinal);
        Assert.Equal(Live, await File.ReadAllTextAsync(snapshot));
        Assert.DoesNotContain("warning", await PullAsync(dotnet, "-p:NoWarn=SLOW4001"), StringComparison.Ordinal);
        Assert.DoesNotContain("warning", await PullAsync(dotnet, "-p:NoWarn=SLOW4001", "--framework", "net10.0"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_build_of_one_framework_a_failed_pull_does_not_stop_the_others_and_every_name_arrives()
    {
        var (folder, dotnet) = packages.NewConsumer("pulls in C#, 100% of it's");
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/gone" ? 404 : 200;
            return context.Response.WriteAsync(Live);
        });
        var root = new Uri(server.Url, "/").AbsoluteUri;
        await WriteItemsAsync(folder, $"""
            <SlowrollConfig Include="gone.json" Url="{root}gone" />
            <SlowrollConfig Include="eu/$HOME &amp; it's.json" Url="{root}a%20b;c?d=e&amp;f='g'" />
            <SlowrollConfig Include="as-msbuild-reads-it.json" Url="{root}?a%26b%3Bc%25d" />
            <SlowrollConfig Include="as-meant.json" Url="{root}?a%2526b%253Bc%2525d" />
            """);

        var output = await PullAsync(dotnet, "--framework", "net10.0");

        Assert.Contains($"{Path.Combine(folder, "gone.json")} : warning SLOW4001: ", output, StringComparison.Ordinal);
        Assert.Equal(["/gone", "/a%20b;c?d=e&f='g'", "/?a&b;c%25d", "/?a%26b%3Bc%25d"],
            server.Requests.Select(request => request.Target));
        Assert.Equal(Live, await File.ReadAllTextAsync(Path.Combine(folder, "eu", "$HOME & it's.json")));
        Assert.All(Directory.GetFiles(Path.Combine(folder, "obj", "slowroll")),
            path => Assert.Equal(".etag", Path.GetExtension(path)));
    }

    [Fact]
    public async Task Without_a_Url_there_is_nothing_to_pull_and_the_build_says_what_to_write()
    {
        var (_, dotnet) = packages.NewConsumer("pulls-nothing");

        Assert.Contains("""<SlowrollConfig Include="app_features.json" Url="https://""", await PullAsync(dotnet),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_installs_as_a_tool()
    {
        var (folder, dotnet) = packages.NewConsumer("tool");

        await dotnet.RunAsync("tool", "install", "Slowroll.Tool", "--tool-path", Path.Combine(folder, "tools"));

        Assert.Single(
            Directory.GetFiles(Path.Combine(folder, "tools")),
            file => Path.GetFileNameWithoutExtension(file) == "slowroll");
    }

    private static Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers.ETag = "\"live\"";
        if (context.Request.Headers.IfNoneMatch != "\"live\"")
            return context.Response.WriteAsync(Live);

        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }

    // Fails unless the build succeeds.
    private static Task<string> PullAsync(Dotnet dotnet, params string[] more) =>
        dotnet.RunAsync(["build", "-t:SlowrollPull", .. more]);

    private static Task WriteUrlAsync(string folder, string url) =>
        WriteItemsAsync(folder, $"""<SlowrollConfig Include="app_features.json" Url="{url}" />""");

    private static async Task WriteItemsAsync(string folder, string items)
    {
        var project = Path.Combine(folder, "Consumer.csproj");
        var text = await File.ReadAllTextAsync(project);
        await File.WriteAllTextAsync(
            project,
            text.Replace("""<SlowrollConfig Include="app_features.json" />""", items, StringComparison.Ordinal));
    }
}
