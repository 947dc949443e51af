using Slowroll.Tool.Disk;

namespace Slowroll.Tool.Printing;

/// <summary>Prints what went wrong. Where that can't be written, there is no other place for it, and the exit code tells.</summary>
internal sealed class FaultPrinter(TextWriter error)
{
    public async Task WriteLineAsync(string line)
    {
        try
        {
            await error.WriteLineAsync(line).ConfigureAwait(false);
        }
        catch (Exception exception) when (DiskFault.Is(exception) || exception is ObjectDisposedException)
        {
        }
    }
}
