using System.Diagnostics;
using System.Net;
using System.Runtime.InteropServices;
using System.Text;

namespace Slowroll.Benchmarks;

/// <summary>What a whole process costs that asks for one flag: real programs, started in turn, so that other work on
/// the machine slows all of them alike.</summary>
internal static class WholeProcesses
{
    private const int Rounds = 30;
    private const string Config = """
        { "features": { "install_to_opt_foo": {
            "stable": false, "new": true, "end_time": "2030-03-15 00:00Z", "duration": "14d", "early_adopters": ["web-17"] } } }
        """;

    /// <summary>Builds the programs of the folder <c>Processes</c>, runs them and prints the quickest and the middle of
    /// each.</summary>
    public static async Task RunAsync()
    {
        var directory = Directory.CreateTempSubdirectory("slowroll-processes-").FullName;
        var management = Path.Combine(directory, "flags.json");
        await File.WriteAllTextAsync(management, """{ "FeatureManagement": { "InstallToOptFoo": true } }""");
        using var server = new HttpListener { Prefixes = { "http://127.0.0.1:8732/" } };
        server.Start();
        _ = ServeAsync(server);
        string[] flags = ["http://127.0.0.1:8732/features.json", Path.Combine(directory, "cache")];

        (string Name, string[] Command)[] programs =
        [
            ("an empty program", await MakeAsync(directory, "Empty")),
            ("Slowroll, a cached config", [.. await MakeAsync(directory, "Flags"), .. flags]),
            ("the same, as the package has it", [.. await MakeWithPackagesCodeAsync(directory), .. flags]),
            ("the same, all ReadyToRun", [.. await MakeAsync(directory, "Flags", "PublishReadyToRun"), .. flags]),
            ("Microsoft.FeatureManagement, a file", [.. await MakeAsync(directory, "Management"), management]),
            ("an empty program, native", await MakeAsync(directory, "Empty", "PublishAot")),
            ("Slowroll, a cached config, native", [.. await MakeAsync(directory, "Flags", "PublishAot"), .. flags]),
        ];
        await RunAsync([.. programs[1].Command, "fill the cache"]);

        var times = programs.Select(_ => new List<double>()).ToArray();
        for (var round = -2; round < Rounds; round++)
        {
            for (var number = 0; number < programs.Length; number++)
            {
                var start = Stopwatch.GetTimestamp();
                await RunAsync(programs[number].Command);
                if (round >= 0)
                    times[number].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        for (var number = 0; number < programs.Length; number++)
        {
            times[number].Sort();
            Console.WriteLine(
                $"{programs[number].Name,-40} {times[number][0],8:F1} ms {times[number][Rounds / 2],8:F1} ms");
        }

        Directory.Delete(directory, recursive: true);
    }

    // The command that starts the program, built in the way that a property of the SDK names.
    private static async Task<string[]> MakeAsync(string directory, string program, string? way = null)
    {
        var project = Path.Combine(AppContext.BaseDirectory, "../../../Processes", program);
        var output = Path.Combine(directory, program + way);
        await RunAsync(["dotnet", "publish", project, "-c", "Release", "-o", output, .. way is null ? (string[])[] :
        [
            "-r", RuntimeInformation.RuntimeIdentifier, $"-p:{way}=true",
            .. way == "PublishAot" ? (string[])[] : ["--self-contained", "false"],
        ]]);
        return way == "PublishAot"
            ? [Path.Combine(output, program)]
            : ["dotnet", Path.Combine(output, $"{program}.dll")];
    }

    // The portable program, with the library that the package has for this platform.
    private static async Task<string[]> MakeWithPackagesCodeAsync(string directory)
    {
        var portable = Path.GetDirectoryName((await MakeAsync(directory, "Flags"))[1])!;
        var output = Directory.CreateDirectory(Path.Combine(directory, "package")).FullName;
        foreach (var file in Directory.GetFiles(portable))
            File.Copy(file, Path.Combine(output, Path.GetFileName(file)));

        var ahead = Path.Combine(directory, "ahead");
        var project = Path.Combine(AppContext.BaseDirectory, "../../../../../src/Slowroll.ReadyToRun");
        await RunAsync(["dotnet", "publish", project, "-c", "Release", "-f", "net10.0", "-o", ahead]);
        File.Copy(Path.Combine(ahead, "Slowroll.dll"), Path.Combine(output, "Slowroll.dll"), overwrite: true);
        return ["dotnet", Path.Combine(output, "Flags.dll")];
    }

    private static async Task RunAsync(string[] command)
    {
        using var process =
            Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0 || (command[0] != "dotnet" || command[1] != "publish") && said.Trim() != "True")
            throw new InvalidOperationException($"{string.Join(' ', command)}: {said}");
    }

    private static async Task ServeAsync(HttpListener server)
    {
        while (server.IsListening)
        {
            var context = await server.GetContextAsync();
            context.Response.AddHeader("ETag", "\"1\"");
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(Config));
            context.Response.Close();
        }
    }
}
