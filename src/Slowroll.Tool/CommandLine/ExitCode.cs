namespace Slowroll.Tool.CommandLine;

/// <summary>The exit codes of the command.</summary>
internal enum ExitCode
{
    /// <summary>All is well.</summary>
    Success = 0,

    /// <summary>The command ran, and found something.</summary>
    Found = 1,

    /// <summary>The arguments are wrong; nothing was done.</summary>
    WrongUsage = 2,

    /// <summary>A file or URL can't be read, or a file or the output can't be written.</summary>
    NotReadable = 3,

    /// <summary>Ctrl+C or a signal ended it before it was done, as shells say it.</summary>
    Interrupted = 130,
}
