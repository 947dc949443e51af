using Slowroll.Tool.Disk;

namespace Slowroll.Tool.Printing;

/// <summary>Prints errors. If that fails there is no other place for them; the exit code remains.</summary>
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
