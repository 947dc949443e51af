using Slowroll.Tool.Disk;

namespace Slowroll.Tool.Printing;

/// <summary>Prints results.</summary>
internal sealed class ResultPrinter(TextWriter output)
{
    /// <exception cref="OutputLostException">It can't be written.</exception>
    public Task WriteLineAsync(string line) => WriteAsync(line + Environment.NewLine);

    /// <inheritdoc cref="WriteLineAsync"/>
    public async Task WriteAsync(string text)
    {
        try
        {
            await output.WriteAsync(text).ConfigureAwait(false);
        }
        catch (Exception exception) when (DiskFault.Is(exception) || exception is ObjectDisposedException)
        {
            throw new OutputLostException(exception);
        }
    }
}
