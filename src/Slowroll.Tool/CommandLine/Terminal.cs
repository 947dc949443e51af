namespace Slowroll.Tool.CommandLine;

/// <summary>What the outputs lead to.</summary>
/// <param name="IsTerminal">Whether people see the output at once.</param>
/// <param name="HasColors">Whether colours are wanted.</param>
/// <param name="Width">How many characters fit into a line; 40 or more.</param>
/// <param name="ShowsErrors">Whether people see the output of errors at once.</param>
internal sealed record Terminal(bool IsTerminal, bool HasColors, int Width, bool ShowsErrors)
{
    private const int Narrowest = 40;
    private const int Usual = 80;

    /// <summary>Files and pipes.</summary>
    public static Terminal None { get; } = new(false, false, Usual, false);

    /// <summary>That of this process. Without colours where <c>NO_COLOR</c> has a value, or <c>TERM</c> is
    /// <c>dumb</c>.</summary>
    public static Terminal OfProcess()
    {
        var isTerminal = !Console.IsOutputRedirected;
        var wantsColors = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new(isTerminal, isTerminal && wantsColors, isTerminal ? WidthOfConsole() : Usual,
            !Console.IsErrorRedirected);
    }

    private static int WidthOfConsole()
    {
        try
        {
            return Math.Max(Console.WindowWidth, Narrowest);
        }
        catch (IOException)
        {
            return Usual;
        }
    }
}
