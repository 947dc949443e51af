namespace Slowroll.Tool.Printing;

/// <summary>The output can't be written: a full disk, a closed output.</summary>
internal sealed class OutputLostException(Exception cause) : Exception((cause.InnerException ?? cause).Message, cause);
