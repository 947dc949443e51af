using System.Globalization;
using System.Runtime.InteropServices;

namespace Slowroll.Servers.Tests.Mounts;

/// <summary>A folder with a config that is changed as the kubelet changes a mounted ConfigMap: a new folder with the
/// files, a new link to it that is renamed over the old one, and then the old folder is removed.</summary>
internal sealed partial class KubernetesMount(string path)
{
    private const string Data = "..data";
    private const string NewData = "..data_tmp";

    private int _versions;

    /// <summary>The path that a program is given.</summary>
    public string ConfigPath => Path.Combine(path, "config.json");

    /// <summary>Puts a text in the place of the one before.</summary>
    public void Write(string text)
    {
        Directory.CreateDirectory(path);
        var before = new DirectoryInfo(Path.Combine(path, Data)).LinkTarget;
        var folder = string.Create(CultureInfo.InvariantCulture, $"..2030_01_01_00_00_00.{++_versions:000000000}");
        Directory.CreateDirectory(Path.Combine(path, folder));
        File.WriteAllText(Path.Combine(path, folder, "config.json"), text);

        File.CreateSymbolicLink(Path.Combine(path, NewData), folder);
        Assert.Equal(0, Rename(Path.Combine(path, NewData), Path.Combine(path, Data)));
        if (!Path.Exists(ConfigPath))
            File.CreateSymbolicLink(ConfigPath, Path.Combine(Data, "config.json"));
        if (before is not null)
            Directory.Delete(Path.Combine(path, before), recursive: true);
    }

    /// <summary>Takes the mount away, with everything in it.</summary>
    public void Remove() => Directory.Delete(path, recursive: true);

    // File.Move doesn't rename a link to a directory.
    [LibraryImport("libc", EntryPoint = "rename", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Rename(string from, string to);
}
