namespace Slowroll.Tool.CommandLine;

/// <summary>The command was called the wrong way. The message says how, and what to write instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
