namespace Slowroll.Tool.CommandLine;

/// <summary>The exit codes of the command.</summary>
internal enum ExitCode
{
    /// <summary>All is well.</summary>
    Success = 0,

    /// <summary>The command ran, and found something wrong.</summary>
    Failure = 1,

    /// <summary>The arguments are wrong; nothing was done.</summary>
    WrongUsage = 2,

    /// <summary>The output could not be written. The rest of the work may be done.</summary>
    OutputLost = 3,
}
