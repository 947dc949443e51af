using System.Globalization;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Printing;

namespace Slowroll.Tool.Serving;

/// <summary>Prints a line for each request, from any thread. If the output is lost, serving ends.</summary>
internal sealed class RequestLog(Session session, CancellationTokenSource end)
{
    private readonly Lock _gate = new();
    private OutputLostException? _lost;

    /// <summary>Prints the first line, without a time.</summary>
    public void Begin(string line) => Write(line);

    /// <summary>Prints a line with the time before it.</summary>
    public void WriteLine(string line)
    {
        var time = session.Clock.GetUtcNow().ToString("HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        Write($"{time} {OneLine.Message(line)}");
    }

    /// <exception cref="OutputLostException">A line could not be printed.</exception>
    public void ThrowIfLost()
    {
        if (_lost is not null)
            throw new OutputLostException(_lost);
    }

    private void Write(string line)
    {
        lock (_gate)
        {
            try
            {
                if (_lost is null)
                    session.Output.WriteLine(line);
                session.Output.Flush();
            }
            catch (OutputLostException exception)
            {
                _lost = exception;
                end.Cancel();
            }
        }
    }
}
