using System.Runtime.InteropServices;

namespace Slowroll.Tool.CommandLine;

/// <summary>Ctrl+C and SIGTERM: the first one asks the command to end, the second one ends the process.</summary>
internal sealed class Signals : IDisposable
{
    private readonly CancellationTokenSource _asked = new();
    private readonly PosixSignalRegistration[] _registrations;

    public Signals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
    ];

    /// <summary>Is cancelled by the first signal.</summary>
    public CancellationToken Asked => _asked.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _asked.Dispose();
    }

    private void OnSignal(PosixSignalContext signal)
    {
        signal.Cancel = !_asked.IsCancellationRequested;

        // What is called back may wait; a signal's thread must not.
        _ = _asked.CancelAsync();
    }
}
