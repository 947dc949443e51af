namespace Slowroll.Tool.CommandLine;

/// <summary>The command was called with wrong arguments. The message says what to write instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
