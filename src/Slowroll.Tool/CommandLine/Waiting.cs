using System.Globalization;
using Slowroll.Tool.Printing;

namespace Slowroll.Tool.CommandLine;

/// <summary>Shows that a command works and for how long, in one line of the terminal that errors go to: from the first
/// second on, until the command prints something. Nothing is shown where there is no terminal.</summary>
internal sealed class Waiting : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly FaultPrinter _errors;
    private readonly string _what;
    private readonly TimeProvider _clock;
    private readonly long _start;
    private readonly ITimer? _timer;
    private int _shown;
    private bool _isOver;

    /// <param name="what">What works, such as <c>slowroll diff</c>.</param>
    /// <param name="terminal">Whether people see it.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="errors">Where it is shown.</param>
    public Waiting(string what, Terminal terminal, TimeProvider clock, FaultPrinter errors)
    {
        (_what, _clock, _errors, _start) = (what, clock, errors, clock.GetTimestamp());
        _timer = terminal.ShowsErrors ? clock.CreateTimer(_ => Show(), null, Second, Second) : null;
    }

    /// <summary>Removes the line, for good.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isOver = true;
            _timer?.Dispose();
            if (_shown > 0)
                _errors.Write($"\r{new string(' ', _shown)}\r");
            _shown = 0;
        }
    }

    private void Show()
    {
        lock (_lock)
        {
            if (_isOver)
                return;

            var line = string.Create(
                CultureInfo.InvariantCulture, $"{_what}: {_clock.GetElapsedTime(_start).TotalSeconds:0} s");
            _errors.Write($"\r{line}");
            _shown = line.Length;
        }
    }
}
