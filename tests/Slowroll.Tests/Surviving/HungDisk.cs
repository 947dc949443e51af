using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Slowroll.Tests.Surviving;

/// <summary>A disk that stops answering: a file system of its own, whose writes the kernel holds until it is
/// thawed.</summary>
[SupportedOSPlatform("linux")]
internal sealed class FrozenDisk : IDisposable
{
    // A test that fails must not hang with the disk: nothing could end it.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(100);

    private readonly TemporaryDirectory _root = new();
    private readonly Timer _thaw;
    private int _isFrozen;

    public FrozenDisk()
    {
        _thaw = new Timer(_ => Thaw());
        using (var image = File.Create(_root["image"]))
            image.SetLength(16 << 20);
        Command.Run("mkfs.ext4", "-q", _root["image"]);
        Directory.CreateDirectory(Path);
        Command.Run("mount", "-o", "loop", _root["image"], Path);
    }

    public string Path => _root["disk"];

    /// <summary>From now on a write waits, in a sleep that no signal ends.</summary>
    public void Freeze()
    {
        Command.Run("fsfreeze", "-f", Path);
        _isFrozen = 1;
        _thaw.Change(Longest, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Lets the writes go on.</summary>
    public void Thaw()
    {
        if (Interlocked.Exchange(ref _isFrozen, 0) != 0)
            Command.Run("fsfreeze", "-u", Path);
    }

    public void Dispose()
    {
        Thaw();
        _thaw.Dispose();
        Command.Run("umount", "--lazy", Path);
        _root.Dispose();
    }
}

/// <summary>A disk on which nothing ever gets an answer, not even a look: a FUSE file system that nobody serves, as a
/// network file system is whose server is gone.</summary>
[SupportedOSPlatform("linux")]
internal sealed partial class SilentDisk : IDisposable
{
    private readonly TemporaryDirectory _root = new();
    private readonly FileStream _kernel =
        new("/dev/fuse", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);

    public SilentDisk()
    {
        Directory.CreateDirectory(Path);
        var options = $"fd={_kernel.SafeFileHandle.DangerousGetHandle()},rootmode=40000,user_id=0,group_id=0";
        Assert.Equal(0, Mount("none", Path, "fuse", 0, options));
    }

    public string Path => _root["disk"];

    /// <summary>How many threads of this process the kernel holds up because of such a disk.</summary>
    public static int ThreadsHeld => Directory.GetDirectories("/proc/self/task").Count(thread =>
    {
        try
        {
            return File.ReadAllText(System.IO.Path.Combine(thread, "wchan")) is var place
                && (place.Contains("fuse", StringComparison.Ordinal)
                    || place.Contains("request_wait_answer", StringComparison.Ordinal));
        }
        catch (IOException)
        {
            // The thread has ended.
            return false;
        }
    });

    /// <summary>Who waits for the disk gets an error from now on.</summary>
    public void Dispose()
    {
        _kernel.Dispose();
        Command.Run("umount", "--lazy", Path);
        _root.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "mount", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Mount(string source, string target, string type, nuint flags, string options);
}

/// <summary>A test that hangs a disk: it needs root, and a kernel that lets it mount one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HungDiskFactAttribute : FactAttribute
{
    private static readonly string? WhyNot = FindWhyNot();

    public HungDiskFactAttribute() => Skip = WhyNot;

    private static string? FindWhyNot()
    {
        if (Root.WhyNot is not null || !OperatingSystem.IsLinux())
            return "It needs root, on Linux.";

        try
        {
            using (new SilentDisk())
            using (var disk = new FrozenDisk())
            {
                disk.Freeze();
                return null;
            }
        }
#pragma warning disable CA1031 // Whatever is missing (a command, a device, a permission), the test can't be run.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return $"It needs a disk of its own: {exception.Message}";
        }
    }
}
