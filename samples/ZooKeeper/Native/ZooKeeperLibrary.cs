using System.Runtime.InteropServices;

namespace ZooKeeperSample.Native;

/// <summary>The functions of ZooKeeper's C client, the one with threads (Debian: <c>libzookeeper-mt2</c>).</summary>
internal static unsafe partial class ZooKeeperLibrary
{
    private const string Name = "libzookeeper_mt.so.2";

    [LibraryImport(Name)]
    public static partial void zoo_set_debug_level(int level);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint zookeeper_init(
        string servers, delegate* unmanaged<nint, int, int, nint, nint, void> watcher, int timeoutMilliseconds,
        nint clientId, nint context, int flags);

    [LibraryImport(Name)]
    public static partial int zookeeper_close(nint handle);

    [LibraryImport(Name)]
    public static partial int zoo_state(nint handle);

    [LibraryImport(Name)]
    public static partial nint zoo_client_id(nint handle);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int zoo_aget(
        nint handle, string path, int watch, delegate* unmanaged<int, byte*, int, Stat*, nint, void> completion,
        nint context);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int zoo_aexists(
        nint handle, string path, int watch, delegate* unmanaged<int, Stat*, nint, void> completion, nint context);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int zoo_aset(
        nint handle, string path, byte* value, int length, int version,
        delegate* unmanaged<int, Stat*, nint, void> completion, nint context);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int zoo_acreate(
        nint handle, string path, byte* value, int length, nint acl, int flags,
        delegate* unmanaged<int, nint, nint, void> completion, nint context);

    /// <summary>Everybody may do everything with a node.</summary>
    public static nint OpenAcl { get; } =
        NativeLibrary.GetExport(NativeLibrary.Load(Name), "ZOO_OPEN_ACL_UNSAFE");
}

/// <summary>What ZooKeeper knows of a node.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Stat
{
    public long Created;
    public long Modified;
    public long CreatedAt;
    public long ModifiedAt;
    public int Version;
    public int ChildrenVersion;
    public int AclVersion;
    public long Owner;
    public int Length;
    public int Children;
    public long ChildrenModified;
}
