using System.Globalization;

namespace Slowroll.Tool.CommandLine;

/// <summary>Shows how far a long work is, in one line of the terminal that errors go to. Nothing is shown in the first
/// second, and nothing where there is no terminal.</summary>
/// <remarks>Several threads may report. At the end the line is removed.</remarks>
/// <param name="session">Where it is shown.</param>
/// <param name="what">What is done, as in <c>Looking at the hours</c>.</param>
internal sealed class Progress(Session session, string what) : IDisposable
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    private readonly long _start = session.Clock.GetTimestamp();
    private readonly Lock _lock = new();
    private TimeSpan _next = First;
    private int _shown;

    /// <summary>Shows how far it is, unless that was shown just now.</summary>
    /// <param name="part">The part that is done, 0 to 1.</param>
    public void Report(double part)
    {
        if (!session.Terminal.ShowsErrors || session.Clock.GetElapsedTime(_start) < _next)
            return;

        lock (_lock)
        {
            var elapsed = session.Clock.GetElapsedTime(_start);
            if (elapsed < _next)
                return;

            _next = elapsed + Between;
            var line = string.Create(CultureInfo.InvariantCulture, $"{what}: {Math.Clamp(part, 0, 1) * 100:0} %");
            session.Errors.Write($"\r{line.PadRight(_shown)}");
            _shown = line.Length;
        }
    }

    /// <summary>Removes the line.</summary>
    public void Dispose()
    {
        if (_shown > 0)
            session.Errors.Write($"\r{new string(' ', _shown)}\r");
        _shown = 0;
    }
}
