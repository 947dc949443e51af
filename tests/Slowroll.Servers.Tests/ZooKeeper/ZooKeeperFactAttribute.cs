using System.Runtime.InteropServices;
using Slowroll.Servers.Tests.Servers;

namespace Slowroll.Servers.Tests.ZooKeeper;

/// <summary>A test that needs ZooKeeper and its client for C; skipped where one of them isn't installed.</summary>
internal sealed class ZooKeeperFactAttribute : FactAttribute
{
    public ZooKeeperFactAttribute() => Skip = InstalledProgram.WhatIsMissing(["java"])
        ?? (File.Exists(ZooKeeperServer.Jar) ? null : "This test needs ZooKeeper.")
        ?? (NativeLibrary.TryLoad("libzookeeper_mt.so.2", out _) ? null : "This test needs libzookeeper-mt2.");
}
