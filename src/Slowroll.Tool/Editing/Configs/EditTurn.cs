using System.Security.Cryptography;
using System.Text;
using Slowroll.Tool.Disk;

namespace Slowroll.Tool.Editing.Configs;

/// <summary>The turn of one process to write a file: of several that edit it at once, none overwrites what another one
/// has written. Where the system has no such turns, or somebody keeps theirs, it goes on without.</summary>
internal sealed class EditTurn : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly Mutex? _mutex;

    /// <param name="path">The full path of the file.</param>
    public EditTurn(string path)
    {
        var name = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(path)));
        try
        {
            _mutex = new(initiallyOwned: false, $@"Global\slowroll-{name}");
            IsTaken = _mutex.WaitOne(Longest);
        }
        catch (AbandonedMutexException)
        {
            // Who had it was killed; the file is whole all the same.
            IsTaken = true;
        }
        catch (Exception exception) when (DiskFault.Is(exception) || exception is WaitHandleCannotBeOpenedException)
        {
        }
    }

    private bool IsTaken { get; }

    public void Dispose()
    {
        if (IsTaken)
            _mutex?.ReleaseMutex();
        _mutex?.Dispose();
    }
}
