namespace Slowroll.Tool;

/// <summary>What a command ends with.</summary>
internal enum ExitCode
{
    /// <summary>Everything was done.</summary>
    Done = 0,

    /// <summary>Something was not done; the output says what.</summary>
    Failed = 1,

    /// <summary>The command line can't be understood.</summary>
    WrongUsage = 2,
}
