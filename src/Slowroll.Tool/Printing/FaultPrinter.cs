using Slowroll.Tool.Disk;

namespace Slowroll.Tool.Printing;

/// <summary>Prints errors. If that fails there is no other place for them; the exit code remains.</summary>
internal sealed class FaultPrinter(TextWriter error)
{
    /// <summary>Is called before something is printed.</summary>
    public Action? Printing { get; set; }

    public void WriteLine(string line) => Write(line + Environment.NewLine);

    public void Write(string text)
    {
        Printing?.Invoke();
        try
        {
            error.Write(text);
            error.Flush();
        }
        catch (Exception exception) when (DiskFault.Is(exception) || exception is ObjectDisposedException)
        {
        }
    }
}
