using System.Runtime.InteropServices;
using static ZooKeeperSample.Native.ZooKeeperLibrary;

namespace ZooKeeperSample.Native;

/// <summary>A session with ZooKeeper. The client connects and comes back by itself; a session that has expired never
/// does.</summary>
internal sealed unsafe class Session : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(6);

    private readonly Action _onEvent;
    private readonly GCHandle _self;
    private readonly object _gate = new();
    private nint _handle;
    private volatile bool _isOver;

    /// <param name="servers">As the client wants them: <c>host:2181,host2:2181</c>.</param>
    /// <param name="onEvent">Is called for each event, on a thread of the client: it must be short and not
    /// throw.</param>
    public Session(string servers, Action onEvent)
    {
        _onEvent = onEvent;
        _self = GCHandle.Alloc(this);

        // The client would write to the console.
        zoo_set_debug_level(0);
        _handle = zookeeper_init(
            servers, &OnEvent, (int)Timeout.TotalMilliseconds, 0, GCHandle.ToIntPtr(_self), 0);
        if (_handle == 0)
        {
            _self.Free();
            throw new IOException($"ZooKeeper's client refuses these servers (errno {Marshal.GetLastSystemError()}).");
        }
    }

    /// <summary>Whether it is of no use any more: make another one.</summary>
    public bool IsOver => _isOver;

    /// <summary>The client's own handle, for tests.</summary>
    public nint Handle => _handle;

    /// <summary>Reads a node, and asks for an event when it changes.</summary>
    public Task<Answer> GetAsync(string path) =>
        CallAsync((handle, context) => zoo_aget(handle, path, 1, &OnData, context));

    /// <summary>Asks for an event when a node is created.</summary>
    public Task<Answer> ExistsAsync(string path) =>
        CallAsync((handle, context) => zoo_aexists(handle, path, 1, &OnStat, context));

    /// <summary>Writes a node that has a version; -1 for any.</summary>
    public Task<Answer> SetAsync(string path, ReadOnlyMemory<byte> value, int version) =>
        CallAsync((handle, context) =>
        {
            fixed (byte* bytes = value.Span)
                return zoo_aset(handle, path, bytes, value.Length, version, &OnStat, context);
        });

    /// <summary>Creates a node.</summary>
    public Task<Answer> CreateAsync(string path, ReadOnlyMemory<byte> value) =>
        CallAsync((handle, context) =>
        {
            fixed (byte* bytes = value.Span)
                return zoo_acreate(handle, path, bytes, value.Length, OpenAcl, 0, &OnCreated, context);
        });

    /// <summary>Ends it. Calls that wait are answered with <see cref="Code.Closing"/>.</summary>
    public void Dispose()
    {
        nint handle;
        lock (_gate)
            (handle, _handle) = (_handle, 0);
        if (handle == 0)
            return;

        // Waits for the client's threads: after it no callback runs.
        _ = zookeeper_close(handle);
        _self.Free();
    }

    private Task<Answer> CallAsync(Func<nint, nint, int> call)
    {
        lock (_gate)
        {
            return _handle == 0
                ? Task.FromResult(new Answer(Code.Closing))
                : Answer.OfAsync(context => call(_handle, context));
        }
    }

    [UnmanagedCallersOnly]
    private static void OnEvent(nint handle, int type, int state, nint path, nint context)
    {
        var session = (Session)GCHandle.FromIntPtr(context).Target!;
        if (type == Code.SessionEvent && state is Code.Expired or Code.AuthenticationFailed)
            session._isOver = true;
        session._onEvent();
    }

    [UnmanagedCallersOnly]
    private static void OnData(int code, byte* value, int length, Stat* stat, nint context) => Answer.Complete(
        context,
        code == Code.Ok
            ? new Answer(code, new ReadOnlySpan<byte>(value, Math.Max(length, 0)).ToArray(), stat->Version)
            : new Answer(code));

    [UnmanagedCallersOnly]
    private static void OnStat(int code, Stat* stat, nint context) => Answer.Complete(context, new Answer(code));

    [UnmanagedCallersOnly]
    private static void OnCreated(int code, nint path, nint context) => Answer.Complete(context, new Answer(code));
}
