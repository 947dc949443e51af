namespace Slowroll.Tool.CommandLine;

/// <summary>A file or URL can't be read, or a file can't be written. The message names it and says what to
/// do.</summary>
internal sealed class NotReadableException(string message) : Exception(message);
