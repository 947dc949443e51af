using System.Text;
using Slowroll.Tool.Disk;

namespace Slowroll.Tool.Printing;

/// <summary>Where results are printed. All that is printed passes here, also what libraries print.</summary>
/// <remarks>A method throws <see cref="OutputLostException"/> where the output can't be written.</remarks>
internal sealed class ResultWriter(TextWriter output) : TextWriter
{
    /// <summary>Is called before something is printed.</summary>
    public Action? Printing { get; set; }

    /// <inheritdoc/>
    public override Encoding Encoding => output.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Try(() => output.Write(value));

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Try(() => output.Write(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => Try(() => output.Write(value));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Write(value + Environment.NewLine);

    /// <inheritdoc/>
    public override void Flush()
    {
        try
        {
            output.Flush();
        }
        catch (Exception exception) when (IsLost(exception))
        {
            throw new OutputLostException(exception);
        }
    }

    private void Try(Action write)
    {
        Printing?.Invoke();
        try
        {
            write();
        }
        catch (Exception exception) when (IsLost(exception))
        {
            throw new OutputLostException(exception);
        }
    }

    private static bool IsLost(Exception exception) =>
        DiskFault.Is(exception) || exception is ObjectDisposedException;
}
