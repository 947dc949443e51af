using System.Diagnostics;

namespace Slowroll.Processes.Tests;

/// <summary>A real process whose system clock is set back while it runs, by a library that is loaded before
/// libc.</summary>
public sealed class SetBackClockTests : IDisposable
{
    // Ten years, once a file is there. Only the wall clock: the monotonic one goes on, as on a real machine.
    private const string Library = """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <stdlib.h>
        #include <time.h>
        #include <unistd.h>
        int clock_gettime(clockid_t clock, struct timespec *now) {
            static int (*real)(clockid_t, struct timespec *);
            if (!real) real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
            int result = real(clock, now);
            const char *file = getenv("SET_BACK_WHEN_THERE");
            if (clock == CLOCK_REALTIME && file && access(file, F_OK) == 0) now->tv_sec -= 10L * 365 * 86400;
            return result;
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slowroll-clock-");

    public void Dispose() => _folder.Delete(recursive: true);

    [CompilerFact]
    public async Task Survive_26_what_was_over_is_no_longer_over_after_the_clock_was_set_back()
    {
        var signal = Path.Combine(_folder.FullName, "set-back");
        using var process = Start(await CompileAsync(), signal);
        List<string?> heard = [await process.StandardOutput.ReadLineAsync()];

        await File.WriteAllTextAsync(signal, "");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            heard.Add(line);
        await process.WaitForExitAsync();

        Assert.Equal(("new new", "old old", 0), (heard[0], heard[^1], process.ExitCode));
    }

    private async Task<string> CompileAsync()
    {
        var source = Path.Combine(_folder.FullName, "clock.c");
        var library = Path.Combine(_folder.FullName, "clock.so");
        await File.WriteAllTextAsync(source, Library);
        using var compiler = Process.Start("cc", ["-shared", "-fPIC", "-o", library, source, "-ldl"]);
        await compiler.WaitForExitAsync();
        Assert.Equal(0, compiler.ExitCode);
        return library;
    }

    private static Process Start(string library, string signal)
    {
        ProcessStartInfo start = new("dotnet", [
            "exec", typeof(ClockUser).Assembly.Location, ClockUser.Verb
        ])
        { RedirectStandardOutput = true };
        start.Environment["LD_PRELOAD"] = library;
        start.Environment["SET_BACK_WHEN_THERE"] = signal;
        return Process.Start(start)!;
    }

    /// <summary>A test that needs Linux and a C compiler; skipped where there is none.</summary>
    private sealed class CompilerFactAttribute : FactAttribute
    {
        public CompilerFactAttribute()
        {
            var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
            if (!OperatingSystem.IsLinux() || !folders.Any(folder => File.Exists(Path.Combine(folder, "cc"))))
                Skip = "Setting a process's clock back needs Linux and a C compiler (cc).";
        }
    }
}
