namespace Slowroll.Tool.Printing;

/// <summary>What was asked for can't be printed: a full disk, a closed output.</summary>
internal sealed class OutputLostException(Exception cause) : Exception((cause.InnerException ?? cause).Message, cause);
