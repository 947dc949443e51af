namespace Slowroll.Tool.CommandLine;

/// <summary>What the command tells whoever called it.</summary>
internal enum ExitCode
{
    /// <summary>All is well.</summary>
    Success = 0,

    /// <summary>The command ran, and found something wrong.</summary>
    Failure = 1,

    /// <summary>The command was called the wrong way, and did nothing.</summary>
    WrongUsage = 2,

    /// <summary>What was to be printed could not be written. What the command does besides may be done.</summary>
    OutputLost = 3,
}
