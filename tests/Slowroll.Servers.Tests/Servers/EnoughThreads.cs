using System.Runtime.CompilerServices;

namespace Slowroll.Servers.Tests.Servers;

/// <summary>The client of Redis blocks a thread of the pool for each transaction with a condition. On a machine with
/// two cores some of them at once would hold up all other tests of this process.</summary>
internal static class EnoughThreads
{
#pragma warning disable CA2255 // This is the end of the chain: no other program loads these tests.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Have() => ThreadPool.SetMinThreads(32, 32);
}
