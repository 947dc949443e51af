namespace Slowroll.Servers.Tests.Stores;

/// <summary>Takes what is written to the console.</summary>
internal sealed class CapturedConsole : IDisposable
{
    private readonly TextWriter _out = Console.Out;
    private readonly TextWriter _error = Console.Error;
    private readonly StringWriter _written = new();

    public CapturedConsole()
    {
        var shared = TextWriter.Synchronized(_written);
        Console.SetOut(shared);
        Console.SetError(shared);
    }

    public string Written
    {
        get
        {
            Console.Out.Flush();
            return _written.ToString();
        }
    }

    public void Dispose()
    {
        Console.SetOut(_out);
        Console.SetError(_error);
        _written.Dispose();
    }
}
